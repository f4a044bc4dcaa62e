package nl.poort25.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import nl.poort25.audit.Act;
import nl.poort25.audit.AuditLog;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** A partner's customers. */
@Path("/customers")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class CustomersResource {
  private static final URI LIST = URI.create("/customers");

  @PersistenceContext EntityManager em;
  @Inject CurrentUser user;
  @Inject Customers customers;
  @Inject AuditLog log;
  @Inject Event<Act> acts;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  @Transactional
  public Page list() {
    var asked = new ListRequest("/customers", uri.getQueryParameters());
    return Page.of("account/customers.html").with("list", customers.page(asked, user.partner()));
  }

  @GET
  @Path("new")
  public Page form() {
    return page(null, null, new FormErrors());
  }

  @POST
  @Transactional
  public Response add(@FormParam("name") String typed) {
    var errors = new FormErrors();
    String name = checked(typed, null, errors);
    if (!errors.isEmpty()) {
      return page(null, typed, errors).refused();
    }
    var customer = new Customer(em.getReference(Partner.class, user.partnerId()), name);
    em.persist(customer);
    acts.fire(new CustomerAct.CustomerAdded(customer));
    Flash.say(request, "account.customers.added", name);
    return Response.seeOther(LIST).build();
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  @Transactional
  public Page show(@PathParam("id") long id) {
    var customer = customers.get(id, user.partnerId());
    return page(customer, customer.getName(), new FormErrors());
  }

  @POST
  @Path("{id: [0-9]{1,18}}")
  @Transactional
  public Response rename(@PathParam("id") long id, @FormParam("name") String typed) {
    var customer = customers.get(id, user.partnerId());
    var errors = new FormErrors();
    String name = checked(typed, id, errors);
    if (!errors.isEmpty()) {
      return page(customer, typed, errors).refused();
    }
    acts.fire(customer.rename(name));
    Flash.say(request, "account.customers.renamed", name);
    return Response.seeOther(LIST).build();
  }

  private String checked(String typed, Long except, FormErrors errors) {
    String name = NameField.check(errors, "name", typed);
    if (name != null && customers.taken(user.partnerId(), name, except)) {
      errors.add("name", "account.customers.taken");
    }
    return name;
  }

  private Page page(Customer customer, String name, FormErrors errors) {
    return Page.of("account/customer.html")
        .with("customer", customer)
        .with("name", name)
        .with("errors", errors)
        .with("acts", customer == null ? List.of() : log.history("customer", customer.getId(), 10));
  }
}

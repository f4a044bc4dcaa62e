package nl.poort25.transfer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.account.Partner;
import nl.poort25.account.Partners;
import nl.poort25.mailservice.Destination;
import nl.poort25.mailservice.DestinationCheck;
import nl.poort25.mailservice.DestinationLookup;
import nl.poort25.mailservice.MailService;
import nl.poort25.mailservice.MailServiceTransfer.NewDestination;
import nl.poort25.transfer.DomainTransfers.TransferPreview;
import nl.poort25.transfer.DomainTransfers.TransferRequest;
import nl.poort25.web.Choice;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;
import nl.poort25.web.SentForm;

/** A name goes to another partner, with its mail and without a gap, on staff's proof (3.5). */
@Path("/backoffice/domains/{id: \\d{1,18}}/transfer")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
public class TransferResource {
  @Inject DomainTransfers transfers;
  @Inject DestinationLookup destinations;
  @Inject Partners partners;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @GET
  public Page form() {
    return page(transfers.preview(id), TransferForm.EMPTY, new FormErrors());
  }

  @POST
  public Response create(MultivaluedMap<String, String> typed) {
    var preview = transfers.preview(id);
    var errors = new FormErrors();
    var form = new TransferForm(new SentForm(typed));
    var to = form.readPartner(choices(preview), errors);
    String customer = form.readCustomer(errors);
    String note = form.readNote(errors);
    var elsewhere = look(form.elsewhere(preview.active(), errors), errors);
    if (!errors.isEmpty()) {
      return page(preview, form, errors).refused();
    }
    var decision = new TransferRequest(to.getId(), customer, note, elsewhere, form.seen(""));
    var done = Retry.onCollision(() -> transfers.transfer(id, decision, clock.instant()));
    if (done.registration() == null) {
      return page(preview, form, errors).with("verdict", done.verdict()).refused();
    }
    Flash.say(request, "domain.transfer.done", preview.asked().getUnicodeName(), to.getName());
    return Response.seeOther(URI.create("/backoffice/domains/" + done.registration().getId()))
        .build();
  }

  /** Where mail shall go from then on must be known before: the next state carries it. */
  private Map<Long, NewDestination> look(
      Map<MailService, Destination> elsewhere, FormErrors errors) {
    var looked = new HashMap<Long, NewDestination>();
    if (!errors.isEmpty()) {
      return looked;
    }
    elsewhere.forEach(
        (service, destination) -> {
          var at = clock.instant();
          var passage = destinations.passage(destination);
          if (passage.kind() != DestinationCheck.Kind.PASSED) {
            errors.add(
                TransferForm.field(service),
                passage.kind() == DestinationCheck.Kind.REFUSED
                    ? "domain.transfer.destination.refused"
                    : "domain.transfer.destination.unknown",
                destination.toString());
          }
          looked.put(service.getId(), new NewDestination(destination, passage, at));
        });
    return looked;
  }

  private List<Partner> choices(TransferPreview preview) {
    var from = preview.asked().getPartner();
    return partners.all().stream()
        .filter(p -> !p.isLocked() && !p.getId().equals(from.getId()))
        .toList();
  }

  private Page page(TransferPreview preview, TransferForm form, FormErrors errors) {
    return Page.of("domain/transfer.html")
        .with("domain", preview.asked())
        .with("names", preview.names())
        .with("active", preview.active())
        .with("ordered", preview.services().stream().filter(s -> !s.isActive()).toList())
        .with("seen", form.seen(preview.digest()))
        .with("form", form)
        .with("errors", errors)
        .with(
            "partners",
            choices(preview).stream()
                .map(p -> Choice.plain(p.getId().toString(), p.getName()))
                .toList());
  }
}

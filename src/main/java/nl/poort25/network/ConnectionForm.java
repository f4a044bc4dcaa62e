package nl.poort25.network;

import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;

/** What is typed to add or change a connection. */
public class ConnectionForm {
  private static final int LONGEST_LIST = 4000;
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z},;]+");

  @FormParam("reference")
  public String reference;

  @FormParam("partner")
  public String partner;

  @FormParam("kind")
  public String kind;

  @FormParam("customer")
  public String customer;

  @FormParam("site")
  public String site;

  @FormParam("addresses")
  public String addresses;

  /**
   * @param customer name, or null
   * @param site or null
   */
  record Fields(
      String reference,
      Long partnerId,
      ConnectionKind kind,
      String customer,
      String site,
      List<Cidr> addresses) {}

  static ConnectionForm of(Connection connection) {
    var form = new ConnectionForm();
    form.kind = connection.getKind().name();
    form.customer = connection.getCustomer() == null ? null : connection.getCustomer().getName();
    form.site = connection.getSite();
    return form;
  }

  /**
   * All of a new one, or null with an error at each field that is not right.
   *
   * @param partners the ids that can be chosen
   */
  Fields read(List<Long> partners, FormErrors errors) {
    String name = errors.required("reference", reference, 40);
    if (name != null && ConnectionReference.parse(name) == null) {
      errors.add("reference", "network.reference.shape");
    }
    Long partnerId =
        partners.stream().filter(id -> id.toString().equals(partner)).findFirst().orElse(null);
    if (partnerId == null) {
      errors.add("partner", "web.form.choose");
    }
    var rest = readChange(errors);
    var cidrs = readAddresses("addresses", addresses, errors);
    return errors.isEmpty()
        ? new Fields(
            ConnectionReference.parse(name),
            partnerId,
            rest.kind(),
            rest.customer(),
            rest.site(),
            cidrs)
        : null;
  }

  /** What can be changed, or null likewise. */
  Fields readChange(FormErrors errors) {
    var chosen = ChoiceParser.read(ConnectionKind.class, "kind", kind, errors);
    String forWhom = errors.optional("customer", customer, 100);
    String where = errors.optional("site", site, 200);
    return errors.isEmpty() ? new Fields(null, null, chosen, forWhom, where, List.of()) : null;
  }

  /** At least one; the first that is wrong is told, with what was meant. */
  static List<Cidr> readAddresses(String field, String typed, FormErrors errors) {
    String text = errors.required(field, typed, LONGEST_LIST);
    var cidrs = new ArrayList<Cidr>();
    if (text != null) {
      for (String one : SEPARATORS.split(text)) {
        try {
          if (!one.isEmpty()) {
            cidrs.add(Cidr.parse(one));
          }
        } catch (MalformedInput e) {
          errors.add(field, Cidr.refusal(e));
        }
      }
      if (cidrs.isEmpty()) {
        errors.add(field, "web.form.required");
      }
    }
    return cidrs;
  }
}

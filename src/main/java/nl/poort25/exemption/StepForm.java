package nl.poort25.exemption;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.poort25.account.EmailAddress;
import nl.poort25.mailservice.Destination;
import nl.poort25.network.Cidr;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.web.Choices;
import nl.poort25.web.FormErrors;
import nl.poort25.web.FormMarks;
import nl.poort25.web.Malformed;

/** Reads what one step of a request has sent; what cannot be read is an error at its field. */
final class StepForm {
  /** Rows of mail servers that a form can have. */
  static final int MOST_SERVERS = 10;

  /** Addresses of a list; their pairs are what the firewall has to hold. */
  private static final int MOST_ADDRESSES = 64;

  /** Fields that nobody types. */
  private static final Set<String> OF_THE_FORM =
      Set.of("version", "back", "overview", "more", FormMarks.FIELD);

  private static final int SHORT = 100;
  private static final int LONG = 1000;
  private static final int MOST_MESSAGES = 100_000_000;

  private final MultivaluedMap<String, String> sent;
  private final FormErrors errors;

  StepForm(MultivaluedMap<String, String> sent, FormErrors errors) {
    this.sent = sent;
    this.errors = errors;
  }

  /** What the step changes in a draft; of no use if there are errors. */
  Consumer<Exemption> read(Step step) {
    return switch (step) {
      case KIND -> kind();
      case SERVERS -> servers();
      case THIRD_PARTY -> thirdParty();
      case DESTINATIONS -> {
        var addresses = cidrs("destinations", Cidr::parseAddress);
        yield e -> e.draft().goesTo(addresses);
      }
      case USE -> use();
      case MEASURES -> measures();
      case CONTACT -> contact();
      case CONNECTION -> throw new IllegalArgumentException("a connection is looked up");
    };
  }

  private Consumer<Exemption> kind() {
    var kind = Choices.read(ExemptionKind.class, "kind", text("kind"), errors);
    boolean outside = "true".equals(text("outside"));
    return e -> e.isOfKind(kind, outside);
  }

  private Consumer<Exemption> servers() {
    var servers = new ArrayList<MailServer>();
    for (int i = 0; i < MOST_SERVERS; i++) {
      if (i == 0 || !isBlank(i)) {
        servers.add(server(i));
      }
    }
    return e -> e.draft().serves(servers);
  }

  private boolean isBlank(int i) {
    return List.of("host", "ipv4", "ipv6", "product", "manager").stream()
        .allMatch(name -> text(name + "-" + i).isBlank());
  }

  private MailServer server(int i) {
    String ipv4 = address("ipv4-" + i, false);
    String ipv6 = address("ipv6-" + i, true);
    if (text("ipv4-" + i).isBlank() && text("ipv6-" + i).isBlank()) {
      errors.add("ipv4-" + i, "exemption.server.no-address");
    }
    return new MailServer(
        host("host-" + i),
        ipv4,
        ipv6,
        errors.required("product-" + i, text("product-" + i), SHORT),
        errors.required("manager-" + i, text("manager-" + i), SHORT));
  }

  private String host(String field) {
    if (text(field).isBlank()) {
      errors.add(field, "web.form.required");
      return null;
    }
    try {
      var host = Destination.parse(text(field));
      if (host.address().isEmpty()) {
        return host.toString();
      }
      errors.add(field, "exemption.server.host-is-address");
    } catch (Malformed e) {
      errors.add(field, e.text());
    }
    return null;
  }

  private String address(String field, boolean ipv6) {
    if (text(field).isBlank()) {
      return null;
    }
    try {
      var address = Cidr.parseAddress(text(field));
      if (address.isIpv6() == ipv6) {
        return address.toString();
      }
      errors.add(field, ipv6 ? "exemption.server.is-ipv4" : "exemption.server.is-ipv6");
    } catch (Malformed e) {
      errors.add(field, e.text());
    }
    return null;
  }

  private Consumer<Exemption> thirdParty() {
    String name = errors.required("third-party", text("third-party"), SHORT);
    String documentation = errors.required("documentation", text("documentation"), 500);
    var sources = cidrs("sources", Cidr::parse);
    return e -> e.draft().isBy(name, documentation, sources);
  }

  /** Separated by spaces, commas or line breaks; the first that is none is named. */
  private List<Cidr> cidrs(String field, Function<String, Cidr> parse) {
    var cidrs = new ArrayList<Cidr>();
    for (String word : text(field).split("[\\s,;]+")) {
      if (!word.isEmpty()) {
        try {
          cidrs.add(parse.apply(word));
        } catch (Malformed e) {
          errors.add(field, e.text());
        }
      }
    }
    if (cidrs.isEmpty()) {
      errors.add(field, "web.form.required");
    }
    if (cidrs.size() > MOST_ADDRESSES) {
      errors.add(field, "exemption.addresses.too-many", MOST_ADDRESSES);
    }
    return cidrs.stream().distinct().toList();
  }

  private Consumer<Exemption> use() {
    int volume = 0;
    String typed = text("volume").strip().replace(".", "");
    if (typed.matches("[0-9]{1,9}") && Integer.parseInt(typed) <= MOST_MESSAGES) {
      volume = Integer.parseInt(typed);
    } else {
      errors.add("volume", "exemption.volume.number");
    }
    String purpose = errors.required("purpose", text("purpose"), LONG);
    int messages = volume;
    return e -> e.draft().isFor(messages, purpose);
  }

  private Consumer<Exemption> measures() {
    var ticked = EnumSet.noneOf(Measure.class);
    for (String value : sent.getOrDefault("measure", List.of())) {
      var measure = Choices.find(Measure.class, value);
      if (measure != null) {
        ticked.add(measure);
      }
    }
    String more = errors.optional("measures-text", text("measures-text"), LONG);
    if (ticked.isEmpty() && more == null) {
      errors.add("measure", "exemption.measure.none");
    }
    return e -> e.draft().takes(ticked, more);
  }

  private Consumer<Exemption> contact() {
    String name = errors.required("contact-name", text("contact-name"), SHORT);
    String phone = errors.required("contact-phone", text("contact-phone"), 40);
    if (phone != null && !phone.matches("\\+?[0-9][0-9 ()./-]{6,38}")) {
      errors.add("contact-phone", "exemption.contact.phone.wrong");
    }
    String email = null;
    try {
      email = EmailAddress.parse(text("contact-email")).value();
    } catch (EmailAddress.Malformed e) {
      errors.add("contact-email", e.text());
    }
    var contact = new Contact(name, email, phone);
    return e -> e.draft().reaches(contact);
  }

  private String text(String field) {
    String value = sent.getFirst(field);
    return value == null ? "" : value;
  }

  /** Whether nothing was typed that the draft does not have. */
  boolean isAsIn(Map<String, String> values) {
    return typed().entrySet().stream()
        .filter(field -> !OF_THE_FORM.contains(field.getKey()))
        .allMatch(
            field -> {
              String kept = Objects.requireNonNullElse(values.get(field.getKey()), "");
              return field.getValue().replace("\r\n", "\n").strip().equals(kept);
            });
  }

  /** What was sent, to be shown again. */
  Map<String, String> typed() {
    var values = new HashMap<String, String>();
    sent.forEach((field, all) -> values.put(field, String.join(",", all)));
    return values;
  }

  /** What the draft has, as its forms show it. */
  static Map<String, String> values(Exemption exemption) {
    var answers = exemption.getAnswers();
    var values = new HashMap<String, String>();
    values.put("kind", exemption.getKind().name());
    values.put("outside", "" + answers.isOutside());
    if (exemption.getConnection() != null) {
      values.put("connection", "" + exemption.getConnection().getId());
    }
    for (int i = 0; i < answers.getServers().size(); i++) {
      var server = answers.getServers().get(i);
      values.put("host-" + i, server.host());
      values.put("ipv4-" + i, server.ipv4());
      values.put("ipv6-" + i, server.ipv6());
      values.put("product-" + i, server.product());
      values.put("manager-" + i, server.manager());
    }
    values.put("third-party", answers.getThirdParty());
    values.put("documentation", answers.getDocumentation());
    values.put("sources", lines(answers.getSources()));
    values.put("destinations", lines(answers.getDestinations()));
    values.put("volume", answers.getVolume() == null ? null : "" + answers.getVolume());
    values.put("purpose", answers.getPurpose());
    values.put("measure", names(answers.getMeasures()));
    values.put("measures-text", answers.getMeasuresText());
    if (answers.getContact() != null) {
      values.put("contact-name", answers.getContact().name());
      values.put("contact-email", answers.getContact().email());
      values.put("contact-phone", answers.getContact().phone());
    }
    return values;
  }

  private static String lines(List<Cidr> cidrs) {
    return cidrs.stream().map(Cidr::toString).collect(Collectors.joining("\n"));
  }

  private static String names(Set<Measure> measures) {
    return measures.stream().map(Measure::name).collect(Collectors.joining(","));
  }
}

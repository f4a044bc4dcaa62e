package nl.poort25.domain;

import jakarta.ws.rs.FormParam;
import nl.poort25.domainname.DomainName;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;

/** What is typed to register a name. */
public class NewDomainForm {
  @FormParam("name")
  public String name;

  @FormParam("action")
  public String action;

  @FormParam("dns")
  public String dns;

  @FormParam("customer")
  public String customer;

  /** The name in A-labels that is right though it was asked whether another one was meant. */
  @FormParam("sure")
  public String sure;

  /** What was probably meant by a name that is none; null where nothing is to be suggested. */
  public String suggestion;

  /** A name of which is asked whether it is right; or null. */
  public DomainName doubted;

  /**
   * What was typed, or null with an error at each field that is not right.
   *
   * @param domain what {@link #readName} has read
   */
  RegistrationRequest read(DomainName domain, FormErrors errors) {
    var chosen = ChoiceParser.read(RegistrationAction.class, "action", action, errors);
    boolean provider = readDns(errors);
    String forWhom = errors.optional("customer", customer, 100);
    return errors.isEmpty() ? new RegistrationRequest(domain, chosen, provider, forWhom) : null;
  }

  /** As far as it can be read; null for what cannot. */
  RegistrationRequest given() {
    var unsaid = new FormErrors();
    String hint = suggestion;
    var given =
        new RegistrationRequest(
            readName(unsaid),
            ChoiceParser.find(RegistrationAction.class, action),
            readDns(unsaid),
            customer);
    suggestion = hint;
    return given;
  }

  DomainName readName(FormErrors errors) {
    try {
      return DomainName.parse(name == null ? "" : name);
    } catch (MalformedInput e) {
      errors.add("name", e.text());
      suggestion = e.suggestion().isEmpty() ? null : e.suggestion();
      return null;
    }
  }

  void suggest(DomainName meant) {
    suggestion = meant == null ? null : meant.unicode();
  }

  boolean readDns(FormErrors errors) {
    if (!"provider".equals(dns) && !"elsewhere".equals(dns)) {
      errors.add("dns", "web.form.choose");
    }
    return "provider".equals(dns);
  }
}

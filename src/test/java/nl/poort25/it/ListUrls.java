package nl.poort25.it;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import nl.poort25.abuse.CaseState;
import nl.poort25.abuse.CaseTask;
import nl.poort25.abuse.ReportState;
import nl.poort25.domain.DomainStatus;
import nl.poort25.domain.NextStep;
import nl.poort25.exemption.ExemptionState;
import nl.poort25.exemption.ExemptionTask;
import nl.poort25.mailservice.MailServiceKind;
import nl.poort25.mailservice.MailServiceList;
import nl.poort25.network.ConnectionKind;
import nl.poort25.outbox.OutboxMailState;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.ticket.QueueView;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.TicketStage;

/**
 * The URLs of all lists: without a filter, with each value of each, and with some of any two
 * together.
 */
public final class ListUrls {
  private final TreeMap<String, List<String>> filters = new TreeMap<>();
  private final String path;

  private ListUrls(String path) {
    this.path = path;
  }

  private ListUrls with(String parameter, String... values) {
    filters.put(parameter, List.of(values));
    return this;
  }

  private ListUrls with(String parameter, Class<? extends Enum<?>> type) {
    return with(parameter, ListRows.constants(type).toArray(String[]::new));
  }

  public static Set<String> ofStaff() {
    var urls = new LinkedHashSet<String>();
    of("/backoffice/domains")
        .with("partner", "1", "7", "999999")
        .with("q", "b", "bakkerij-d", "zzz", "xn--caf-vos")
        .with("customer", "Bakkerij bakker 1", "zzz")
        .with("standing", DomainStatus.class)
        .with("next", NextStep.class)
        .with("proof", "doubted")
        .with("sort", "newest")
        .addTo(urls);
    of("/backoffice/mail-services")
        .with("partner", "1", "7", "999999")
        .with("q", "b", "zzz")
        .with("state", MailServiceList.Stage.class)
        .with("kind", MailServiceKind.class)
        .with("sort", "newest")
        .addTo(urls);
    of("/backoffice/exemptions")
        .with("partner", "1", "7", "999999")
        .with("q", "10.0.1.4", "10.0.0.0/8", "T-0000007", "zzz")
        .with("state", ExemptionState.class)
        .with("kind", ExemptionKind.class)
        .with("task", ExemptionTask.class)
        .addTo(urls);
    of("/backoffice/tickets")
        .with("partner", "1", "7", "999999")
        .with("view", QueueView.class)
        .with("matter", Ticket.Matter.class)
        .addTo(urls);
    of("/backoffice/abuse")
        .with("partner", "1", "7", "999999")
        .with("q", "10.0.0.5", "10.0.0.0/8", "M-000007", "zzz")
        .with("state", CaseState.class)
        .with("task", CaseTask.class)
        .addTo(urls);
    of("/backoffice/abuse/reports")
        .with("q", "10.0.0.5", "zzz")
        .with("state", ReportState.class)
        .addTo(urls);
    of("/backoffice/connections")
        .with("partner", "1", "7", "999999")
        .with("q", "Z0", "Z0000100", "zzz")
        .with("kind", ConnectionKind.class)
        .with("address", "10.0.0.5", "10.0.0.0/8", "192.0.2.1")
        .addTo(urls);
    of("/backoffice/log")
        .with("partner", "1", "7", "999999")
        .with("subject", "onderwerp-7", "zzz")
        .with("person", "Beheerder 5", "admin1@large.example", "Poort 25", "zzz")
        .with("act", "SignedIn", "MxChanged", "PartnerLocked")
        .with("type", "registration", "account", "point")
        .with("from", "2020-01-01", "2026-01-01", "2998-01-01")
        .with("until", "2020-01-01", "2026-01-01")
        .addTo(urls);
    of("/backoffice/security")
        .with("address", "192.0.2.7", "zzz")
        .with("kind", "LOGIN_FAILED", "zzz")
        .with("who", "who-7", "zzz")
        .addTo(urls);
    of("/backoffice/mail")
        .with("recipient", "admin1@large.example", "admin7@large.example", "zzz")
        .with("state", OutboxMailState.class)
        .addTo(urls);
    of("/backoffice/partners")
        .with("q", "partner 1", "zzz")
        .with("state", "locked")
        .with("sort", "newest")
        .addTo(urls);
    for (String path :
        List.of("/backoffice/accounts", "/backoffice/prefixes", "/backoffice/mail-servers")) {
      of(path).addTo(urls);
    }
    searches(urls);
    urls.add("/backoffice/addresses?q=10.0.0.5");
    urls.add("/backoffice/addresses?q=10.0.0.0%2F8");
    return urls;
  }

  private static void searches(Set<String> urls) {
    of("/search")
        .with("q", "b", "bakkerij-d", "zzz", "partner 1", "Z0", "P25-2026-00001")
        .addTo(urls);
  }

  public static Set<String> ofPartner() {
    var urls = new LinkedHashSet<String>();
    of("/domains")
        .with("q", "b", "bakkerij-d", "zzz", "xn--caf-vos")
        .with("customer", "Bakkerij bakker 1", "zzz")
        .with("standing", DomainStatus.class)
        .with("sort", "newest")
        .addTo(urls);
    of("/mail-services")
        .with("q", "b", "zzz")
        .with("state", MailServiceList.Stage.class)
        .with("kind", MailServiceKind.class)
        .with("sort", "newest")
        .addTo(urls);
    of("/exemptions")
        .with("q", "10.0.1.4", "10.0.0.0/8", "T-0000007", "zzz")
        .with("state", ExemptionState.class)
        .with("kind", ExemptionKind.class)
        .addTo(urls);
    of("/tickets").with("state", TicketStage.class).addTo(urls);
    of("/abuse").with("state", CaseState.class).addTo(urls);
    of("/connections").with("q", "Z0", "zzz").with("kind", ConnectionKind.class).addTo(urls);
    of("/customers").with("q", "b", "zzz").addTo(urls);
    of("/colleagues").addTo(urls);
    searches(urls);
    of("/search").with("q", "10.0.0.5", "10.0.0.0/8").addTo(urls);
    return urls;
  }

  /** Those of these with one filter at most. */
  public static List<String> single(Set<String> urls) {
    return urls.stream().filter(url -> url.indexOf('&') < 0).toList();
  }

  private static ListUrls of(String path) {
    return new ListUrls(path);
  }

  private void addTo(Set<String> urls) {
    urls.add(path);
    var names = new ArrayList<>(filters.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (String value : filters.get(names.get(i))) {
        String one = path + "?" + pair(names.get(i), value);
        urls.add(one);
        for (int j = i + 1; j < names.size(); j++) {
          for (String other : some(filters.get(names.get(j)))) {
            if (some(filters.get(names.get(i))).contains(value)) {
              urls.add(one + "&" + pair(names.get(j), other));
            }
          }
        }
      }
    }
  }

  /** Together with others the first, the last and one between are tried. */
  private static Set<String> some(List<String> values) {
    return new LinkedHashSet<>(
        List.of(values.get(0), values.get(values.size() / 2), values.get(values.size() - 1)));
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}

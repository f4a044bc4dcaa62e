package nl.poort25.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.poort25.abuse.CaseState;
import nl.poort25.abuse.CaseTask;
import nl.poort25.abuse.ReportState;
import nl.poort25.domain.DomainStatus;
import nl.poort25.exemption.ExemptionState;
import nl.poort25.mailservice.MailServiceList;
import nl.poort25.network.ConnectionKind;
import nl.poort25.outbox.OutboxMailState;
import nl.poort25.ticket.QueueView;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.TicketStage;

/** Every list of the portal: by whom it is read, and which of its pages show all there is. */
final class ListWalks {
  private ListWalks() {}

  /** The classes that make pages by key: each of them is in a walk below. */
  static final List<String> PAGED =
      List.of(
          "AccountLists",
          "CaseList",
          "ConnectionList",
          "Customers",
          "DomainList",
          "ExemptionList",
          "Generations",
          "LogList",
          "MailList",
          "MailServiceList",
          "Partners",
          "ProviderPrefixes",
          "ProviderMailServers",
          "ReportList",
          "SecurityLog",
          "ObservedAddressList",
          "TicketList");

  /**
   * Those that leave out what is more than so many, and the pages that show what they find: null
   * where no page shows it as a list.
   */
  static final Map<String, String> CUT = cut();

  private static Map<String, String> cut() {
    var pages = new TreeMap<String, String>();
    pages.put("AbuseReports", "/backoffice/abuse/{case}");
    pages.put("Alarms", "/backoffice/points");
    pages.put("AuditChain", null);
    pages.put("AuditLog", "/backoffice/partners/{partner}");
    pages.put("CaseOverview", "/backoffice/addresses?q=192.0.2.250");
    pages.put("CompetingClaims", "/backoffice/domains/{domain}");
    pages.put("Reconfirmations", null);
    pages.put("Connections", "/backoffice/addresses?q=192.0.2.250");
    pages.put("Conversations", "/backoffice/tickets/{ticket}");
    pages.put("Customers", null);
    pages.put("DomainCounts", "/backoffice");
    pages.put("EarlierCases", "/backoffice/exemptions/{exemption}");
    pages.put("ExemptionOverview", "/backoffice/addresses?q=192.0.2.250");
    pages.put("AddressHolders", "/backoffice/connections?address=192.0.2.250");
    pages.put("Generations", "/backoffice/firewall/{generation}");
    pages.put("NetworkFacts", null);
    pages.put("OldGenerations", null);
    pages.put("OldPointStates", null);
    pages.put("ResolvedDestinations", null);
    pages.put("AuditSealing", "/backoffice/log/seal");
    pages.put("LogNames", "/backoffice/log?person=same+name");
    pages.put("Points", "/backoffice/points");
    pages.put("ProviderPrefixes", "/backoffice/addresses?q=44.192.0.0/16");
    pages.put("ProviderMailServers", "/backoffice/addresses?q=198.18.0.0/15");
    pages.put("LastProbeResults", "/backoffice/points/{prober}");
    pages.put("PointHistory", "/backoffice/points/{firewall}");
    pages.put("SecurityLog", null);
    pages.put("Sessions", "/account/sessions");
    pages.put("SigningKeys", null);
    pages.put("PartnerChoices", null);
    pages.put("PendingRebuilds", null);
    pages.put("RelayChanges", null);
    pages.put("RelayNames", null);
    pages.put("HeldLines", null);
    pages.put("TicketList", "/backoffice");
    pages.put("RegistrationTransfers", "/backoffice/domains/{domain}/transfer");
    return pages;
  }

  /** What else shows many rows without pages, or one of those rows. */
  static final List<String> STAFF_PAGES =
      List.of(
          "/backoffice",
          "/backoffice/standard-answers",
          "/backoffice/relays",
          "/backoffice/exemptions/{exemption}",
          "/backoffice/abuse/new?addresses=192.0.2.250",
          "/search?q=walk",
          "/search?q=192.0.2.250");

  static final List<String> PARTNER_PAGES =
      List.of(
          "/",
          "/tickets/{ticket}",
          "/exemptions/{exemption}",
          "/abuse/{case}",
          "/search?q=walk",
          "/search?q=192.0.2.250");

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }

  /** What staff walks through. */
  static List<Walk> ofStaff(long partner, long firewall) {
    var walks = new ArrayList<Walk>();
    tickets(walks, partner);
    domains(walks, "/backoffice", "");
    String ofPartner = "partner=" + partner;
    String of = " and partner_id = " + partner;
    for (String more : List.of("", "&sort=newest", "&customer=Walk+customer", "&q=walk")) {
      walks.add(
          new Walk(
              "/backoffice/domains?" + ofPartner + more,
              "<td><a href=\"/backoffice/domains/(\\d+)\"",
              "select id from registration where held_name is not null"
                  + of
                  + (more.contains("customer")
                      ? " and customer_id in (select id from customer where name = 'Walk customer')"
                      : "")
                  + (more.contains("q=") ? " and name like 'walk%'" : "")));
    }
    walks.add(
        new Walk(
            "/backoffice/domains?proof=doubted",
            "<td><a href=\"/backoffice/domains/(\\d+)\"",
            "select id from registration where doubted_name is not null"));
    for (String next : List.of("SET_MX_HERE", "PROVE")) {
      walks.add(
          new Walk(
              "/backoffice/domains?next=" + words(next),
              "<td><a href=\"/backoffice/domains/(\\d+)\"",
              "select id from registration where next_step = '" + next + "'"));
    }
    services(walks, "/backoffice", "");
    walks.add(
        new Walk(
            "/backoffice/mail-services?state=open&" + ofPartner,
            "<a href=\"/backoffice/mail-services/(\\d+)\"",
            "select id from mail_service where state in ('ORDERED', 'ACTIVE')" + of));
    exemptions(walks, partner);
    cases(walks, partner);
    for (String state : ListRows.constants(ReportState.class)) {
      walks.add(report("?state=" + words(state), "state = '" + state + "'"));
      walks.add(
          report(
              "?q=192.0.2.251&state=" + words(state),
              "address = '192.0.2.251' and state = '" + state + "'"));
    }
    walks.add(report("", "1 = 1"));
    connections(walks, "/backoffice", "1 = 1");
    walks.add(connection("?" + ofPartner, "select id from connection where ended_at is null" + of));
    walks.add(
        connection(
            "?address=44.0.0.0%2F16",
            "select connection_id from connection_range where cidr like '44.0.%'"));
    walks.add(
        new Walk(
            "/backoffice/prefixes",
            "href=\"/backoffice/prefixes/(\\d+)/removal\"",
            "select id from prefix where held is not null"));
    walks.add(
        new Walk(
            "/backoffice/points/" + firewall + "/seen",
            "href=\"/backoffice/addresses\\?q=([0-9.]+)\"",
            "select address from point_seen where point_id = " + firewall));
    walks.add(
        new Walk(
            "/backoffice/points/" + firewall + "/seen?what=stay",
            "href=\"/backoffice/addresses\\?q=([0-9.]+)\"",
            null));
    walks.add(
        new Walk(
            "/backoffice/mail-servers",
            "href=\"/backoffice/mail-servers/(\\d+)\"",
            "select id from provider_mail_server where held is not null"));
    accounts(walks, "/backoffice/accounts", "partner_id is null");
    walks.add(
        new Walk(
            "/backoffice/partners/" + partner,
            "href=\"/backoffice/accounts/(\\d+)\"",
            "select id from account where partner_id = " + partner));
    String named = "<td><a href=\"/backoffice/partners/(\\d+)\"";
    walks.add(new Walk("/backoffice/partners", named, "select id from partner"));
    walks.add(new Walk("/backoffice/partners?sort=newest", named, "select id from partner"));
    walks.add(
        new Walk(
            "/backoffice/partners?q=walk",
            named,
            "select id from partner where name like 'Walk%'"));
    walks.add(
        new Walk(
            "/backoffice/partners?state=locked", named, "select id from partner where locked"));
    String act = "act=" + ListRows.ACT;
    String type = "type=" + ListRows.SUBJECT;
    for (String more : List.of("", "?" + type, "?" + act, "?" + type + "&" + act)) {
      walks.add(
          new Walk(
              "/backoffice/log" + more,
              "(walk-\\d+)",
              "select subject_label from audit_entry where subject_label like 'walk-%'"
                  + " and subject_label <> 'walk-of-one'"));
    }
    for (String more :
        List.of(
            "subject=walk-of-one",
            "person=sanne%40havenkantoor.example",
            "from=2020-01-01&until=2999-12-31&" + act,
            ofPartner + "&" + act)) {
      walks.add(Walk.ofLinks("/backoffice/log?" + more));
    }
    String kind = "kind=" + ListRows.EVENT;
    for (String more : List.of("", "?" + kind, "?address=192.0.2.250")) {
      walks.add(
          new Walk(
              "/backoffice/security" + more,
              "(walk-\\d+)",
              "select who from security_event where who like 'walk-%'"
                  + " and who <> 'walk-of-one'"));
    }
    walks.add(Walk.ofLinks("/backoffice/security?who=walk-of-one&" + kind));
    for (String state : ListRows.constants(OutboxMailState.class)) {
      walks.add(mail("?state=" + words(state), "state = '" + state + "'"));
    }
    walks.add(mail("", "1 = 1"));
    walks.add(
        mail("?recipient=walk%40havenkantoor.example", "recipient = 'walk@havenkantoor.example'"));
    walks.add(
        mail(
            "?state=sent&recipient=walk%40havenkantoor.example",
            "state = 'SENT' and recipient = 'walk@havenkantoor.example'"));
    for (String list : List.of("firewall", "relays")) {
      walks.add(
          new Walk(
              "/backoffice/" + list,
              "<a href=\"/backoffice/" + list + "/(\\d+)\"",
              "select number from generation where target = '"
                  + (list.equals("relays") ? "RELAY" : "FIREWALL")
                  + "'"));
    }
    return walks;
  }

  private static void tickets(List<Walk> walks, long partner) {
    for (String view : ListRows.constants(QueueView.class)) {
      String which =
          switch (view) {
            case "ALL" -> "stage = 'OPEN'";
            case "MINE" ->
                "stage = 'OPEN' and assigned_to ="
                    + " (select id from account where email = 'mirjam@routit.example')";
            case "UNASSIGNED" -> "stage = 'OPEN' and assigned_to is null";
            case "UNANSWERED" -> "unanswered_since is not null";
            case "WAITING", "CLOSED" -> "stage = '" + view + "'";
            default -> null; // late or not is a matter of the hour
          };
      walks.add(ticket("/backoffice/tickets?view=" + words(view), which));
      walks.add(
          ticket(
              "/backoffice/tickets?view=" + words(view) + "&partner=" + partner,
              which == null ? null : which + " and partner_id = " + partner));
      for (String matter : ListRows.constants(Ticket.Matter.class)) {
        walks.add(
            ticket(
                "/backoffice/tickets?view=" + words(view) + "&matter=" + words(matter),
                which == null ? null : which + " and matter = '" + matter + "'"));
      }
    }
  }

  private static Walk ticket(String path, String which) {
    return new Walk(
        path,
        "<a class=\"mono text-nowrap\"[^>]*>([^<]+)<",
        which == null ? null : "select number from ticket where " + which);
  }

  private static void domains(List<Walk> walks, String base, String of) {
    String row = "<td><a href=\"" + base + "/domains/(\\d+)\"";
    String query = "select id from registration where held_name is not null" + of;
    walks.add(new Walk(base + "/domains", row, query));
    walks.add(new Walk(base + "/domains?sort=newest", row, query));
    walks.add(new Walk(base + "/domains?q=walk", row, query + " and name like 'walk%'"));
    for (String standing : ListRows.constants(DomainStatus.class)) {
      String word = words(standing);
      String which = "select id from registration where standing = '" + standing + "'" + of;
      if (standing.equals("TRANSFERRED") && base.isEmpty()) {
        which += " and 1 = 0"; // his list names them, and leads to none
      }
      walks.add(new Walk(base + "/domains?standing=" + word, row, which));
      walks.add(new Walk(base + "/domains?sort=newest&standing=" + word, row, which));
    }
  }

  private static void services(List<Walk> walks, String base, String of) {
    String row = "<a href=\"" + base + "/mail-services/(\\d+)\"";
    for (String stage : ListRows.constants(MailServiceList.Stage.class)) {
      boolean queue = stage.equals("WAITING"); // of staff, and in one order
      if (queue && base.isEmpty()) {
        continue;
      }
      String which =
          "select id from mail_service where "
              + switch (stage) {
                case "WAITING" -> "waiting_since is not null";
                case "PROOF" -> "proof_awaited_since is not null";
                case "OPEN" -> "state in ('ORDERED', 'ACTIVE')";
                default -> "state = '" + stage + "'";
              }
              + of;
      String path = base + "/mail-services?state=" + words(stage);
      walks.add(new Walk(path, row, which));
      if (!queue) {
        walks.add(new Walk(path + "&sort=newest", row, which));
      }
      // only found where the database compares byte by byte
      walks.add(new Walk(path + "&q=walk", row, which + " and name like 'walk%'"));
      walks.add(new Walk(path + "&kind=pop3_catch_all", row, which + " and kind like '%ALL'"));
    }
  }

  private static void exemptions(List<Walk> walks, long partner) {
    // a draft does not exist for staff, who get the list of all for it
    String sent = "state <> 'DRAFT'";
    for (String state : ListRows.constants(ExemptionState.class)) {
      if (state.equals("DRAFT")) {
        var all = exemption("/backoffice", "?state=draft", sent);
        walks.add(new Walk(all.path(), all.row(), all.expected(), false));
        continue;
      }
      String which = "state = '" + state + "'";
      walks.add(exemption("/backoffice", "?state=" + words(state), which));
      walks.add(
          exemption(
              "/backoffice",
              "?state=" + words(state) + "&partner=" + partner,
              which + " and partner_id = " + partner));
    }
    walks.add(exemption("/backoffice", "?state=partly", "partly = true"));
    walks.add(exemption("/backoffice", "?kind=colocation", "kind = 'COLOCATION' and " + sent));
    String lines = "id in (select exemption_id from opening where ";
    walks.add(exemption("/backoffice", "?task=to_open", lines + "to_do = 'OPEN')"));
    walks.add(exemption("/backoffice", "?task=to_close", lines + "to_do = 'CLOSE')"));
    walks.add(exemption("/backoffice", "?q=192.0.2.250", lines + "destination = '192.0.2.250')"));
    walks.add(exemption("/backoffice", "?task=unconfirmed", "reminders = 99"));
    walks.add(exemption("/backoffice", "?task=to_accept", "to_accept_since is not null"));
    walks.add(exemption("/backoffice", "", sent));
  }

  private static Walk exemption(String base, String more, String which) {
    return new Walk(
        base + "/exemptions" + more,
        "<td><a href=\"" + base + "/exemptions/(\\d+)\"",
        "select id from exemption where " + which);
  }

  private static void cases(List<Walk> walks, long partner) {
    walks.add(abuse("/backoffice", "", "1 = 1"));
    walks.add(
        abuse(
            "/backoffice",
            "?q=198.18.0.0%2F15",
            "id in (select case_id from abuse_case_address where address like '198.18.%')"));
    walks.add(abuse("/backoffice", "?partner=" + partner, "partner_id = " + partner));
    for (String state : ListRows.constants(CaseState.class)) {
      walks.add(abuse("/backoffice", "?state=" + words(state), "state = '" + state + "'"));
      walks.add(
          abuse(
              "/backoffice",
              "?state=" + words(state) + "&partner=" + partner,
              "state = '" + state + "' and partner_id = " + partner));
    }
    for (String task : ListRows.constants(CaseTask.class)) {
      walks.add(
          new Walk(
              "/backoffice/abuse?task=" + words(task),
              "<td class=\"text-nowrap\"><a href=\"/backoffice/abuse/(\\d+)\"",
              null));
    }
  }

  private static Walk abuse(String base, String more, String which) {
    return new Walk(
        base + "/abuse" + more,
        "<td class=\"text-nowrap\"><a href=\"" + base + "/abuse/(\\d+)\"",
        "select id from abuse_case where " + which);
  }

  private static Walk report(String more, String which) {
    return new Walk(
        "/backoffice/abuse/reports" + more,
        "<td><a href=\"/backoffice/abuse/reports/(\\d+)\"",
        "select id from abuse_report where " + which);
  }

  private static void connections(List<Walk> walks, String base, String of) {
    for (String kind : ListRows.constants(ConnectionKind.class)) {
      for (boolean ended : new boolean[] {false, true}) {
        walks.add(
            new Walk(
                base + "/connections?kind=" + words(kind) + (ended ? "&state=ended" : ""),
                "<td><a href=\"" + base + "/connections/(\\d+)\"",
                "select id from connection where "
                    + of
                    + (" and kind = '" + kind + "' and ended_at is ")
                    + (ended ? "not null" : "null")));
      }
    }
    walks.add(
        new Walk(
            base + "/connections?q=walk",
            "<td><a href=\"" + base + "/connections/(\\d+)\"",
            "select id from connection where "
                + of
                + " and ended_at is null and reference like 'WALK%'"));
  }

  private static Walk connection(String more, String which) {
    return new Walk(
        "/backoffice/connections" + more, "<td><a href=\"/backoffice/connections/(\\d+)\"", which);
  }

  private static void accounts(List<Walk> walks, String path, String of) {
    var states =
        Map.of(
            "", "",
            "?sort=newest", "",
            "?q=same", " and name = 'Same Name'",
            "?state=locked", " and locked",
            "?state=invited", " and password_hash is null",
            "?state=active", " and not locked and password_hash is not null");
    states.forEach(
        (more, which) ->
            walks.add(
                new Walk(
                    path + more,
                    "href=\"" + path + "/(\\d+)\"",
                    "select id from account where " + of + which)));
  }

  private static Walk mail(String more, String which) {
    return new Walk(
        "/backoffice/mail" + more,
        "id=\"mail-(\\d+)\"",
        "select id from outbox_mail where " + which);
  }

  /** What a partner's administrator walks through. */
  static List<Walk> ofPartner(long partner) {
    String of = " and partner_id = " + partner;
    var walks = new ArrayList<Walk>();
    walks.add(ticket("/tickets", "partner_id = " + partner));
    for (String stage : ListRows.constants(TicketStage.class)) {
      walks.add(ticket("/tickets?state=" + words(stage), "stage = '" + stage + "'" + of));
    }
    domains(walks, "", of);
    services(walks, "", of);
    for (String state : ListRows.constants(ExemptionState.class)) {
      walks.add(exemption("", "?state=" + words(state), "state = '" + state + "'" + of));
    }
    walks.add(exemption("", "", "1 = 1" + of));
    walks.add(exemption("", "?kind=colocation", "kind = 'COLOCATION'" + of));
    walks.add(abuse("", "", "1 = 1" + of));
    connections(walks, "", "1 = 1" + of);
    String customer = "href=\"/customers/(\\d+)\"";
    String customers = "select id from customer where partner_id = " + partner;
    walks.add(new Walk("/customers", customer, customers));
    walks.add(new Walk("/customers?sort=newest", customer, customers));
    walks.add(new Walk("/customers?q=walk", customer, customers + " and name like 'Walk%'"));
    accounts(walks, "/colleagues", "partner_id = " + partner);
    return walks;
  }
}

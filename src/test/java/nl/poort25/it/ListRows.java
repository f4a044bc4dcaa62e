package nl.poort25.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.poort25.abuse.CaseState;
import nl.poort25.abuse.ReportState;
import nl.poort25.domain.DomainStatus;
import nl.poort25.enforcement.Alarm;
import nl.poort25.exemption.ExemptionState;
import nl.poort25.exemption.OpeningState;
import nl.poort25.mailservice.MailServiceState;
import nl.poort25.network.ConnectionKind;
import nl.poort25.network.ProviderMailServer;
import nl.poort25.outbox.OutboxMailState;
import nl.poort25.point.PointKind;
import nl.poort25.point.ProbeResult;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.TicketStage;

/**
 * Rows for three pages of every state in every table that a list shows, all of the same moment and
 * with nothing in the columns that may be empty, but what makes the state.
 */
final class ListRows {
  private static final int MANY = 51;
  private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-03-02T10:15:30.123456Z");

  /** A portal keeps rows of that moment with these settings. */
  static Map<String, String> settings(OwnDatabase database) {
    var all = new HashMap<>(database.settings());
    all.put("poort25.security.log.days", "10000");
    return all;
  }

  /** Words that the pages of the logs know. */
  static final String ACT = "SignedIn";

  static final String SUBJECT = "report";
  static final String EVENT = "PASSWORD_WRONG";
  private static final String SANNE = "sanne@havenkantoor.example";

  private final Connection database;
  private int count;
  private final long partner;
  private final long sanne;
  private final long mirjam;
  private long customer;

  /** What of it has a page of its own that the walk looks at. */
  long line;

  long prober;
  long firewall;
  long domain;
  long exemption;
  long conversation;
  long openCase;

  ListRows(Connection database) throws SQLException {
    this.database = database;
    sanne = id("select id from account where email = '" + SANNE + "'");
    partner = id("select partner_id from account where id = " + sanne);
    mirjam = id("select id from account where email = 'mirjam@routit.example'");
  }

  void fill() throws SQLException {
    people();
    names();
    network();
    tickets();
    exemptions();
    abuse();
    portal();
    enforcement();
  }

  private interface Row {
    void add(int number) throws SQLException;
  }

  private void many(Row row) throws SQLException {
    for (int i = 0; i < MANY; i++) {
      row.add(++count);
    }
  }

  static List<String> constants(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }

  private long id(String query) throws SQLException {
    try (var statement = database.createStatement();
        var found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  /** The first column of each row that a query finds. */
  Set<String> found(String query) {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new TreeSet<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private void run(String change) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.executeUpdate(change);
    }
  }

  /** Names and values in turn; returns the id. */
  private long insert(String table, Object... namesAndValues) throws SQLException {
    var names = new StringBuilder();
    var marks = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      names.append(i == 0 ? "" : ", ").append(namesAndValues[i]);
      marks.append(i == 0 ? "?" : ", ?");
    }
    try (var insert =
        database.prepareStatement(
            "insert into " + table + " (" + names + ") values (" + marks + ")",
            new String[] {"id"})) {
      for (int i = 0; i < namesAndValues.length; i += 2) {
        insert.setObject(i / 2 + 1, namesAndValues[i + 1]);
      }
      insert.executeUpdate();
      try (var keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  private void people() throws SQLException {
    for (boolean locked : new boolean[] {false, true}) {
      many(
          n ->
              insert(
                  "partner",
                  "name",
                  "Walk partner " + n,
                  "locked",
                  locked,
                  "created_at",
                  THEN,
                  "version",
                  0));
      many(n -> account(n, null, "AUDITOR", locked));
      many(n -> account(n, partner, "PARTNER_USER", locked));
    }
    many(n -> customer("Walk customer " + n));
    customer = customer("Walk customer");
  }

  private void account(int n, Long of, String role, boolean locked) throws SQLException {
    insert(
        "account",
        "partner_id",
        of,
        "email",
        "walk" + n + "@havenkantoor.example",
        "name",
        "Same Name", // those of one name are told apart by what was made first
        "roles",
        role,
        "language",
        "nl",
        "stamp",
        0,
        "locked",
        locked,
        "totp_last_step",
        0L,
        "created_at",
        THEN,
        "version",
        0);
  }

  private void names() throws SQLException {
    for (var standing : DomainStatus.values()) {
      many(n -> registration(n, standing));
    }
    for (var state : MailServiceState.values()) {
      many(n -> service(n, state.name(), null));
    }
    domain = registration(++count, DomainStatus.ORDERED);
    String below = ".walk" + count + ".example";
    many(
        n ->
            insert(
                "refused_claim",
                "partner_id",
                partner,
                "name",
                "r" + n + below,
                "reversed_name",
                "example" + below.replace(".example", "") + ".r" + n,
                "first_at",
                THEN,
                "last_at",
                THEN,
                "times",
                1));
    many(n -> service(n, "ORDERED", THEN));
  }

  private long customer(String name) throws SQLException {
    return insert(
        "customer",
        "partner_id",
        partner,
        "name",
        name,
        "lower_name",
        name.toLowerCase(Locale.ROOT));
  }

  private long registration(int n, DomainStatus standing) throws SQLException {
    String name = "walk" + n + ".example";
    return insert(
        "registration",
        "partner_id",
        partner,
        "customer_id",
        n % 2 == 0 ? customer : null,
        "name",
        name,
        "unicode_name",
        name,
        "sort_name",
        name,
        "reversed_name",
        "example.walk" + n,
        "held_name",
        standing.isEnd() ? null : name,
        "active",
        !standing.isEnd(),
        "doubted_name",
        standing == DomainStatus.IN_ORDER ? name : null,
        "origin",
        "ADMINISTRATIVE",
        "action",
        "DO_NOT_MOVE",
        "dns_by_provider",
        false,
        "registered_at",
        THEN,
        "policy_version",
        "2016-12-19",
        "proof_token",
        "token" + n,
        "mail_state",
        "NONE",
        "mx_state",
        "UNCHECKED",
        "standing",
        standing.name(),
        "next_step",
        next(standing),
        "next_step_since",
        standing.isEnd() ? null : THEN,
        "version",
        0);
  }

  private static String next(DomainStatus standing) {
    return switch (standing) {
      case WITHDRAWN, TRANSFERRED -> null;
      case ORDERED -> "ACTIVATE";
      case DNS_HERE -> "SET_MX_HERE";
      default -> "PROVE";
    };
  }

  private void service(int n, String state, OffsetDateTime waiting) throws SQLException {
    insert(
        "mail_service",
        "registration_id",
        registration(n, DomainStatus.ORDERED),
        "partner_id",
        partner,
        "name",
        "walk" + n + ".example",
        "sort_name",
        "walk" + n + ".example",
        "kind",
        "POP3_CATCH_ALL",
        "state",
        state,
        "is_open",
        state.equals("ORDERED") || state.equals("ACTIVE"),
        "intake",
        "POP3",
        "waiting_since",
        waiting,
        "proof_awaited_since",
        waiting == null && state.equals("ORDERED") ? THEN : null,
        "version",
        0);
  }

  private void network() throws SQLException {
    for (var kind : ConnectionKind.values()) {
      many(n -> line = connection(n, kind.name(), null));
      many(n -> range(n, connection(n, kind.name(), null)));
      many(n -> connection(n, kind.name(), THEN));
    }
    for (String state : constants(ProviderMailServer.State.class)) {
      many(n -> mailServer(n, state));
    }
    many(
        n -> {
          int third = n % 256;
          String key = String.format(Locale.ROOT, "42c%02x%02x", 192 + n / 256, third);
          insert(
              "prefix",
              "cidr",
              "44." + (192 + n / 256) + "." + third + ".0/24",
              "first_key",
              key + "00",
              "last_key",
              key + "ff",
              "origin",
              "HAND",
              "added_at",
              THEN,
              "held",
              "walk " + n);
        });
  }

  private void mailServer(int n, String state) throws SQLException {
    boolean held = !state.equals("DECLINED") && !state.equals("REMOVED");
    String address = "198.18." + n / 256 + "." + n % 256;
    insert(
        "provider_mail_server",
        "address",
        address,
        "address_key",
        String.format(Locale.ROOT, "4c612%02x%02x", n / 256, n % 256),
        "state",
        state,
        "reason",
        "x",
        "proposed_by",
        mirjam,
        "proposed_at",
        THEN,
        "removal_by",
        state.equals("LEAVING") ? mirjam : null,
        "removal_at",
        state.equals("LEAVING") ? THEN : null,
        "held",
        held ? address : null,
        "version",
        0);
  }

  private long connection(int n, String kind, OffsetDateTime ended) throws SQLException {
    return insert(
        "connection",
        "reference",
        "WALK-" + n,
        "kind",
        kind,
        "partner_id",
        partner,
        "added_at",
        THEN,
        "ended_at",
        ended,
        "ended",
        ended != null,
        "version",
        0);
  }

  private void range(int n, long of) throws SQLException {
    String key = String.format(Locale.ROOT, "42c00%02x%02x", n / 256, n % 256);
    insert(
        "connection_range",
        "connection_id",
        of,
        "cidr",
        "44.0." + n / 256 + "." + n % 256,
        "first_key",
        key,
        "last_key",
        key,
        "since",
        THEN,
        "held",
        "walk " + n);
  }

  private void tickets() throws SQLException {
    for (String matter : constants(Ticket.Matter.class)) {
      for (String stage : constants(TicketStage.class)) {
        many(n -> ticket(matter, stage, null, null));
        many(n -> ticket(matter, stage, THEN, null));
      }
      many(n -> ticket(matter, "OPEN", null, mirjam));
    }
    conversation = ticket("EXEMPTION", "OPEN", null, null);
    many(
        n ->
            insert(
                "ticket_update",
                "ticket_id",
                conversation,
                "author_id",
                sanne,
                "by_staff",
                false,
                "kind",
                "MESSAGE",
                "text",
                "x",
                "articles",
                "",
                "written_at",
                THEN));
    many(
        n ->
            insert(
                "standard_answer",
                "title",
                "Walk " + n,
                "dutch",
                "x",
                "english",
                "x",
                "articles",
                "",
                "version",
                0));
  }

  private long ticket(String matter, String stage, OffsetDateTime unanswered, Long assigned)
      throws SQLException {
    return insert(
        "ticket",
        "number",
        "WALK-" + ++count,
        "matter",
        matter,
        "partner_id",
        partner,
        "about",
        "x",
        "violations",
        0,
        "received_at",
        THEN,
        "closed_at",
        stage.equals("CLOSED") ? THEN : null,
        "stopped_at",
        stage.equals("WAITING") ? THEN : null,
        "stage",
        stage,
        "queue_rank",
        stage.equals("OPEN") ? 1 : 0,
        "queue_at",
        THEN,
        "unanswered_since",
        unanswered,
        "assigned_to",
        assigned,
        "version",
        0);
  }

  private void exemptions() throws SQLException {
    for (var state : ExemptionState.values()) {
      many(n -> exemption(state.name(), null, null, 0, null));
    }
    many(n -> opening(exemption("APPROVED", null, null, 0, null), "APPROVED", "OPEN", n));
    many(n -> opening(exemption("CLOSED", null, null, 0, null), "CLOSED", "CLOSE", n));
    many(n -> exemption("OPEN", null, THEN, 99, null));
    many(n -> exemption("OPEN", null, null, 0, THEN));
    exemption = exemption("OPEN", ticket("EXEMPTION", "OPEN", null, null), null, 0, null);
    for (var state : OpeningState.values()) {
      many(n -> opening(exemption, state.name(), null, n));
    }
  }

  private long exemption(
      String state, Long ticket, OffsetDateTime confirmBy, int reminders, OffsetDateTime accept)
      throws SQLException {
    return insert(
        "exemption",
        "kind",
        "COLOCATION",
        "state",
        state,
        "draft",
        state.equals("DRAFT"),
        "partner_id",
        partner,
        "outside",
        false,
        "created_by",
        sanne,
        "created_at",
        THEN,
        "ticket_id",
        ticket,
        "confirm_by",
        confirmBy,
        "reminders",
        reminders,
        "to_accept_since",
        accept,
        "partly",
        accept != null,
        "version",
        0);
  }

  private void opening(long of, String state, String toDo, int n) throws SQLException {
    Long decision =
        state.equals("WAITING")
            ? null
            : insert(
                "decision",
                "exemption_id",
                of,
                "kind",
                "APPROVAL",
                "decided_at",
                THEN,
                "policy_version",
                "2016-12-19");
    insert(
        "opening",
        "exemption_id",
        of,
        "partner_id",
        partner,
        "connection_id",
        line,
        "source",
        "198.18." + n / 256 + "." + n % 256,
        "destination",
        "192.0.2.250",
        "destination_key",
        "4c00002fa",
        "state",
        state,
        "decision_id",
        decision,
        "port_open",
        state.equals("OPEN") || "CLOSE".equals(toDo),
        "to_do",
        toDo,
        "version",
        0);
  }

  private void abuse() throws SQLException {
    for (var state : CaseState.values()) {
      many(n -> abuseCase(n, state));
    }
    many(
        n -> {
          openCase = abuseCase(n, CaseState.OPEN);
          insert(
              "abuse_case_address",
              "case_id",
              openCase,
              "address",
              "198.18." + n / 256 + "." + n % 256,
              "address_key",
              String.format(Locale.ROOT, "4c612%02x%02x", n / 256, n % 256),
              "opened_at",
              THEN);
          insert(
              "investigation_item",
              "case_id",
              openCase,
              "kind",
              "CAUSE",
              "answer",
              "x",
              "answered_at",
              THEN,
              "answered_by",
              sanne,
              "version",
              0);
        });
    for (var state : ReportState.values()) {
      many(n -> report(n, state, null));
      many(n -> report(n, state, "192.0.2.251"));
    }
  }

  private long abuseCase(int n, CaseState state) throws SQLException {
    boolean closed = state == CaseState.CLOSED;
    return insert(
        "abuse_case",
        "number",
        "AB-WALK-" + n,
        "partner_id",
        partner,
        "connection_id",
        line,
        "ticket_id",
        ticket("ABUSE", closed ? "CLOSED" : "OPEN", null, null),
        "state",
        state.name(),
        "opened_at",
        THEN,
        "opened_by",
        mirjam,
        "reason",
        "x",
        "relay_denied_since",
        THEN,
        "relay_denied_until",
        closed ? THEN : null,
        "closed_at",
        closed ? THEN : null,
        "closed_by",
        closed ? mirjam : null,
        "conclusion",
        closed ? "x" : null,
        "version",
        0);
  }

  private void report(int n, ReportState state, String address) throws SQLException {
    insert(
        "abuse_report",
        "digest",
        "walk" + n,
        "state",
        state.name(),
        "format",
        "ARF",
        "about",
        "OTHER",
        "chain",
        "NONE",
        "incidents",
        1L,
        "uploaded_at",
        THEN,
        "uploaded_by",
        mirjam,
        "excerpt",
        "",
        "address",
        address,
        "version",
        0);
  }

  private void portal() throws SQLException {
    many(n -> entry("walk-" + n, null, null));
    many(n -> entry("walk-of-one", sanne, partner));
    many(n -> event("walk-" + n, "192.0.2.250"));
    many(n -> event("walk-of-one", "198.18." + n / 256 + "." + n % 256));
    for (var state : OutboxMailState.values()) {
      many(
          n ->
              insert(
                  "outbox_mail",
                  "message_id",
                  "walk" + n,
                  "recipient",
                  "walk@havenkantoor.example",
                  "language",
                  "nl",
                  "template",
                  "exemption-opened",
                  "arguments",
                  "",
                  "subject",
                  "x",
                  "written_at",
                  THEN,
                  "state",
                  state.name(),
                  "tries",
                  0));
    }
  }

  private void entry(String label, Long actor, Long of) throws SQLException {
    insert(
        "audit_entry",
        "happened_at",
        THEN,
        "actor_id",
        actor,
        "actor_name",
        "x",
        "actor_staff",
        false,
        "partner_id",
        of,
        "act",
        ACT,
        "subject_type",
        SUBJECT,
        "subject_id",
        1L,
        "subject_label",
        label,
        "policy_version",
        "2016-12-19");
  }

  private void event(String who, String address) throws SQLException {
    insert(
        "security_event",
        "hour_begin",
        THEN,
        "kind",
        EVENT,
        "address",
        address,
        "who",
        who,
        "times",
        1L,
        "first_at",
        THEN,
        "last_at",
        THEN,
        "place",
        "");
  }

  private void enforcement() throws SQLException {
    for (String target : constants(EnforcementTarget.class)) {
      many(
          n ->
              insert(
                  "generation",
                  "target",
                  target,
                  "number",
                  100_000L + n,
                  "made_at",
                  THEN,
                  "digest",
                  "x",
                  "line_count",
                  0,
                  "added",
                  0,
                  "removed",
                  0,
                  "urgent",
                  false));
      run(
          "update generation_series set last_number = 200000, released_number = 200000"
              + (" where target = '" + target + "'"));
    }
    for (String kind : constants(Alarm.Kind.class)) {
      for (var ended : new OffsetDateTime[] {null, THEN}) {
        many(n -> insert("alarm", "kind", kind, "since", THEN, "ended_at", ended));
      }
    }
    for (String format : constants(PointKind.class)) {
      many(n -> point(n, format, THEN));
      many(n -> firewall = point(n, format, null));
    }
    prober = id("select max(id) from enforcement_point where format = 'PROBER'");
    firewall = id("select max(id) from enforcement_point where format = 'NFTABLES'");
    for (boolean expected : new boolean[] {false, true}) {
      for (String outcome : constants(ProbeResult.Outcome.class)) {
        many(
            n ->
                insert(
                    "probe",
                    "point_id",
                    prober,
                    "address",
                    "198.19." + n / 256 + "." + n % 256,
                    "tried_at",
                    THEN,
                    "outcome",
                    outcome,
                    "expected",
                    expected));
      }
    }
    for (var held : new Long[] {null, line}) {
      many(n -> seen(n, held));
    }
    many(n -> insert("point_drift", "point_id", firewall, "surplus", n % 2 == 0, "text", "x"));
    many(n -> insert("point_state", "point_id", firewall, "number", 1L, "applied_at", THEN));
  }

  /** What a firewall saw take connections, lately: what is older is not shown. */
  private void seen(int n, Long connection) throws SQLException {
    var lately = OffsetDateTime.now(ZoneOffset.UTC);
    insert(
        "point_seen",
        "point_id",
        firewall,
        "address",
        "198.18." + n / 256 + "." + n % 256,
        "address_key",
        String.format(Locale.ROOT, "4c612%02x%02x", n / 256, n % 256),
        "connection_id",
        connection,
        "connections",
        1L,
        "first_at",
        lately,
        "last_at",
        lately);
  }

  private long point(int n, String format, OffsetDateTime retired) throws SQLException {
    boolean relay = format.equals("POSTFIX") || format.equals("IRONPORT");
    return insert(
        "enforcement_point",
        "name",
        "walk-" + n,
        "format",
        format,
        "target",
        relay ? "RELAY" : "FIREWALL",
        "canary",
        false,
        "by_hand",
        false,
        "enforcing",
        false,
        "registered_at",
        THEN,
        "retired_at",
        retired,
        "fetched_number",
        0L,
        "applied_number",
        0L,
        "reported_number",
        0L,
        "missing",
        0,
        "surplus",
        0,
        "version",
        0);
  }

  long partner() {
    return partner;
  }
}

package nl.poort25.web;

/**
 * Every setting with its default; src/docs/settings.md is held against this list by a test. Read
 * from system properties and the environment (MicroProfile Config: {@code POORT25_PUBLIC_URL} for
 * {@code poort25.public.url}). The data source has six more, in {@code
 * nl.poort25.database.Database}.
 */
public enum Setting {
  PUBLIC_URL("poort25.public.url", "http://127.0.0.1:8080"),
  DEMO("poort25.demo", "false"),
  DEVELOPMENT("poort25.development", "false"),
  TRUSTED_PROXIES("poort25.trusted.proxies", ""),
  DATA_KEY_FILE("poort25.data.key.file", ""),
  DATA_KEY("poort25.data.key", ""),
  MONITORING_TOKEN("poort25.monitoring.token", ""),
  SESSION_IDLE_MINUTES("poort25.session.idle.minutes", "30"),
  SESSION_LONGEST_HOURS("poort25.session.longest.hours", "12"),
  SECOND_FACTOR_PARTNERS("poort25.second.factor.partners", ""),
  INVITATIONS_HOUR("poort25.invitations.hour", "10"),
  NAME_CHECKS_HOUR("poort25.name.checks.hour", "30"),
  SECURITY_LOG_DAYS("poort25.security.log.days", "90"),
  LINK_VALID_HOURS("poort25.link.valid.hours", "24"),

  PROVIDER_NAME("poort25.provider.name", "RoutIT"),
  ADMINISTRATION("poort25.provider.administration", "IRMA"),
  CONTACT("poort25.provider.contact", "support@routit.example"),
  PRICE_CONTACT("poort25.provider.price.contact", "sales@routit.example"),
  RELAYS("poort25.relays", "10 smtp.routit.net, 20 smtp1.routit.net"),
  RELAY_ADDRESSES("poort25.relay.addresses", ""),
  RELAY_MAILSTORE("poort25.relay.mailstore", ""),
  RELAY_POSTMASTER("poort25.relay.postmaster", ""),
  MANAGEMENT_PREFIXES("poort25.management.prefixes", ""),
  CONTRACT_PARTY("poort25.contract.party", "CBG Connect"),
  CONTRACT_TERMS("poort25.contract.terms", "sale, service, company"),

  DNS_RESOLVER("poort25.dns.resolver", ""),
  DNS_TIMEOUT_SECONDS("poort25.dns.timeout.seconds", "5"),
  MX_SCHEDULE("poort25.mx.schedule", "true"),
  MX_RECHECK_HOURS("poort25.mx.recheck.hours", "24"),
  PROOF_TERM_DAYS("poort25.proof.term.days", "14"),
  REFUSED_NAMES_DAY("poort25.refused.names.day", "50"),

  EXEMPTION_SERVERS("poort25.exemption.servers", "2"),
  EXEMPTION_STRICT_ADDRESSES("poort25.exemption.strict.addresses", "false"),
  EXEMPTION_SOURCE_IPV4("poort25.exemption.source.ipv4", "24"),
  EXEMPTION_SOURCE_IPV6("poort25.exemption.source.ipv6", "48"),
  EXEMPTION_CONFIRM_MONTHS("poort25.exemption.confirm.months", "12"),
  EXEMPTION_CLOSE_UNCONFIRMED("poort25.exemption.close.unconfirmed", "false"),

  MAIL_HOST("poort25.mail.host", ""),
  MAIL_PORT("poort25.mail.port", "25"),
  MAIL_STARTTLS("poort25.mail.starttls", "false"),
  MAIL_USER("poort25.mail.user", ""),
  MAIL_PASSWORD("poort25.mail.password", ""),
  MAIL_FROM("poort25.mail.from", "Poort 25 <noreply@poort25.example>"),

  CALENDAR("poort25.calendar", "business"),
  CALENDAR_CUSTOM("poort25.calendar.custom", ""),
  TERM_WORKING_DAYS("poort25.term.working.days", "2"),
  TERM_CLOSING("poort25.term.closing", "17:00"),
  FILE_LARGEST_KILOBYTES("poort25.file.largest.kilobytes", "10240"),
  FILE_TYPES("poort25.file.types", "pdf, png, jpg, jpeg, txt, csv, log, eml"),
  FILES_MOST("poort25.files.most", "5"),
  PARTNER_MESSAGES_DAY("poort25.partner.messages.day", "200"),
  PARTNER_MEGABYTES_DAY("poort25.partner.megabytes.day", "250"),
  REPORT_LARGEST_KILOBYTES("poort25.report.largest.kilobytes", "1024"),
  REPORT_FILE_KILOBYTES("poort25.report.file.kilobytes", "10240"),
  REPORT_PARTS("poort25.report.parts", "20"),
  REPORT_DEPTH("poort25.report.depth", "4"),
  REPORT_MAILBOX("poort25.report.mailbox", "1000"),
  GUARD_LINES("poort25.guard.lines", "50"),
  GUARD_PERCENT("poort25.guard.percent", "10"),
  POINT_SILENT_SECONDS("poort25.point.silent.seconds", "120"),
  CANARY_WAIT_SECONDS("poort25.canary.wait.seconds", "300"),
  OPAQUE_ID("poort25.provider.opaque.id", ""),
  IMPORT_KILOBYTES("poort25.import.kilobytes", "1000");

  private final String key;
  private final String byDefault;

  Setting(String key, String byDefault) {
    this.key = key;
    this.byDefault = byDefault;
  }

  public String key() {
    return key;
  }

  public String byDefault() {
    return byDefault;
  }
}

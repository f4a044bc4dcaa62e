package nl.poort25.setting;

import static nl.poort25.setting.SettingType.ADDRESSES;
import static nl.poort25.setting.SettingType.DATES;
import static nl.poort25.setting.SettingType.DOMAINS;
import static nl.poort25.setting.SettingType.FLAG;
import static nl.poort25.setting.SettingType.HOST;
import static nl.poort25.setting.SettingType.HOSTS;
import static nl.poort25.setting.SettingType.MAIL_ADDRESS;
import static nl.poort25.setting.SettingType.MX_PAIR;
import static nl.poort25.setting.SettingType.NAME;
import static nl.poort25.setting.SettingType.ORIGIN;
import static nl.poort25.setting.SettingType.PREFIXES;
import static nl.poort25.setting.SettingType.RESOLVERS;
import static nl.poort25.setting.SettingType.SENDER;
import static nl.poort25.setting.SettingType.TEXT;
import static nl.poort25.setting.SettingType.TIME;
import static nl.poort25.setting.SettingType.TITLES;
import static nl.poort25.setting.SettingType.emptyOr;
import static nl.poort25.setting.SettingType.number;
import static nl.poort25.setting.SettingType.oneOf;
import static nl.poort25.setting.SettingType.period;

/**
 * Every setting with its default; src/docs/settings.md is held against this list by a test. Read
 * from system properties and the environment (MicroProfile Config: {@code POORT25_PUBLIC_URL} for
 * {@code poort25.public.url}). The data source has six more, in {@code
 * nl.poort25.database.Database}.
 */
public enum Setting {
  PUBLIC_URL("poort25.public.url", "http://127.0.0.1:8080", ORIGIN),
  DEMO("poort25.demo", "false", FLAG),
  DEVELOPMENT("poort25.development", "false", FLAG),
  TRUSTED_PROXIES("poort25.trusted.proxies", "", PREFIXES),
  DATA_KEY_FILE("poort25.data.key.file", "", TEXT),
  DATA_KEY("poort25.data.key", "", TEXT),
  MONITORING_TOKEN("poort25.monitoring.token", "", TEXT),
  LOG_REQUESTS("poort25.log.requests", "false", FLAG),
  DRAIN_SECONDS("poort25.drain.seconds", "0", number(0, 30)),
  PASSWORD_ROUNDS("poort25.password.rounds", "210000", number(1_000, 100_000_000)),
  SESSION_IDLE_MINUTES("poort25.session.idle.minutes", "30", number(1, 100_000)),
  SESSION_LONGEST_HOURS("poort25.session.longest.hours", "12", number(1, 10_000)),
  SECOND_FACTOR_PARTNERS(
      "poort25.second.factor.partners", "", emptyOr(oneOf("none", "administrators", "all"))),
  INVITATIONS_HOUR("poort25.invitations.hour", "10", number(1, 100_000)),
  NAME_CHECKS_HOUR("poort25.name.checks.hour", "30", number(1, 100_000)),
  SECURITY_LOG_DAYS("poort25.security.log.days", "90", number(1, 10_000)),
  LINK_VALID_HOURS("poort25.link.valid.hours", "24", number(1, 1_000)),
  KEEP_MAIL_DAYS("poort25.keep.mail.days", "400", period(2, 100_000)),
  KEEP_DNS_DAYS("poort25.keep.dns.days", "90", period(2, 100_000)),
  KEEP_STATES_DAYS("poort25.keep.states.days", "730", period(2, 100_000)),
  KEEP_IMPORTS_DAYS("poort25.keep.imports.days", "400", period(2, 100_000)),
  ARCHIVE_FOLDER("poort25.archive.folder", "", TEXT),
  BACKUP_FOLDER("poort25.backup.folder", "", TEXT),
  BACKUP_TIME("poort25.backup.time", "02:30", TIME),
  BACKUP_KEEP("poort25.backup.keep", "14", number(1, 1_000)),

  PROVIDER_NAME("poort25.provider.name", "RoutIT", NAME),
  ADMINISTRATION("poort25.provider.administration", "IRMA", NAME),
  CONTACT("poort25.provider.contact", "support@routit.example", NAME),
  PRICE_CONTACT("poort25.provider.price.contact", "sales@routit.example", NAME),
  RELAYS("poort25.relays", "10 smtp.routit.net, 20 smtp1.routit.net", MX_PAIR),
  RESERVED_NAMES("poort25.reserved.names", "", DOMAINS),
  RELAY_ADDRESSES("poort25.relay.addresses", "", ADDRESSES),
  RELAY_MAILSTORE("poort25.relay.mailstore", "", ADDRESSES),
  RELAY_POSTMASTER("poort25.relay.postmaster", "", MAIL_ADDRESS),
  MANAGEMENT_PREFIXES("poort25.management.prefixes", "", PREFIXES),
  CONTRACT_PARTY("poort25.contract.party", "CBG Connect", NAME),
  CONTRACT_TERMS("poort25.contract.terms", "sale, service, company", TITLES),
  DOCUMENT_REGISTRATION(
      "poort25.document.registration", "Dienstbeschrijving Domeinregistratie", TITLES),
  DOCUMENT_MAIL("poort25.document.mail", "Dienstbeschrijving E-mailservice", TITLES),
  DOCUMENT_BROCHURES("poort25.document.brochures", "", TITLES),

  DNS_RESOLVER("poort25.dns.resolver", "", RESOLVERS),
  DNS_TIMEOUT_SECONDS("poort25.dns.timeout.seconds", "5", number(1, 60)),
  DNS_NAMES_MOST("poort25.dns.names.most", "500", number(1, 5_000)),
  DNS_NAMES_SECOND("poort25.dns.names.second", "500", number(1, 5_000)),
  NAME_SERVERS("poort25.provider.name.servers", "", HOSTS),
  MX_SCHEDULE("poort25.mx.schedule", "true", FLAG),
  MX_RECHECK_HOURS("poort25.mx.recheck.hours", "24", number(1, 10_000)),
  PROOF_TERM_DAYS("poort25.proof.term.days", "14", number(0, 10_000)),
  REFUSED_NAMES_DAY("poort25.refused.names.day", "50", number(1, 1_000_000)),

  EXEMPTION_SERVERS("poort25.exemption.servers", "2", number(1, 1_000)),
  EXEMPTION_STRICT_ADDRESSES("poort25.exemption.strict.addresses", "false", FLAG),
  EXEMPTION_SOURCE_IPV4("poort25.exemption.source.ipv4", "24", number(0, 32)),
  EXEMPTION_SOURCE_IPV6("poort25.exemption.source.ipv6", "48", number(0, 128)),
  EXEMPTION_CONFIRM_MONTHS("poort25.exemption.confirm.months", "12", number(1, 1_000)),
  EXEMPTION_CLOSE_UNCONFIRMED("poort25.exemption.close.unconfirmed", "false", FLAG),

  MAIL_HOST("poort25.mail.host", "", HOST),
  MAIL_PORT("poort25.mail.port", "25", number(1, 65_535)),
  MAIL_STARTTLS("poort25.mail.starttls", "false", FLAG),
  MAIL_USER("poort25.mail.user", "", TEXT),
  MAIL_PASSWORD("poort25.mail.password", "", TEXT),
  MAIL_FROM("poort25.mail.from", "Poort 25 <noreply@poort25.example>", SENDER),

  CALENDAR("poort25.calendar", "business", oneOf("business", "statutory", "custom")),
  CALENDAR_CUSTOM("poort25.calendar.custom", "", DATES),
  TERM_WORKING_DAYS("poort25.term.working.days", "2", number(1, 250)),
  TERM_CLOSING("poort25.term.closing", "17:00", TIME),
  FILE_LARGEST_KILOBYTES("poort25.file.largest.kilobytes", "10240", number(1, 1_000_000)),
  FILE_TYPES("poort25.file.types", "pdf, png, jpg, jpeg, txt, csv, log, eml", TEXT),
  FILES_MOST("poort25.files.most", "5", number(1, 1_000)),
  PARTNER_MESSAGES_DAY("poort25.partner.messages.day", "200", number(1, 1_000_000)),
  PARTNER_MEGABYTES_DAY("poort25.partner.megabytes.day", "250", number(1, 1_000_000)),
  REPORT_LARGEST_KILOBYTES("poort25.report.largest.kilobytes", "1024", number(1, 1_000_000)),
  REPORT_FILE_KILOBYTES("poort25.report.file.kilobytes", "10240", number(1, 1_000_000)),
  REPORT_PARTS("poort25.report.parts", "20", number(3, 10_000)),
  REPORT_DEPTH("poort25.report.depth", "4", number(2, 100)),
  REPORT_MAILBOX("poort25.report.mailbox", "1000", number(1, 100_000)),
  GUARD_LINES("poort25.guard.lines", "50", number(1, 100_000_000)),
  GUARD_PERCENT("poort25.guard.percent", "10", number(0, 100)),
  POINT_SILENT_SECONDS("poort25.point.silent.seconds", "120", number(1, 1_000_000)),
  CANARY_WAIT_SECONDS("poort25.canary.wait.seconds", "300", number(1, 1_000_000)),
  OPAQUE_ID("poort25.provider.opaque.id", "", TEXT),
  IMPORT_KILOBYTES("poort25.import.kilobytes", "1000", number(1, 1_000));

  private final String key;
  private final String byDefault;
  private final SettingType type;

  Setting(String key, String byDefault, SettingType type) {
    this.key = key;
    this.byDefault = byDefault;
    this.type = type;
  }

  public String key() {
    return key;
  }

  public String byDefault() {
    return byDefault;
  }

  /** What may be written for it. */
  SettingType type() {
    return type;
  }
}

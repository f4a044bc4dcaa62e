package nl.poort25.archive;

import static nl.poort25.setting.Setting.KEEP_DNS_DAYS;
import static nl.poort25.setting.Setting.KEEP_IMPORTS_DAYS;
import static nl.poort25.setting.Setting.KEEP_MAIL_DAYS;
import static nl.poort25.setting.Setting.KEEP_STATES_DAYS;

import java.util.Locale;
import nl.poort25.setting.Setting;

/**
 * What moves to the archive, a table each. The name of the constant is that of its files and of its
 * row in {@code archive_horizon}. Every other table that grows stays; src/docs/decisions.md says
 * why.
 */
public enum ArchiveKind {
  /** Mails that were sent, and those that were given up. */
  MAIL("outbox_mail", "id", KEEP_MAIL_DAYS, 500),
  /** What the DNS said last of a name that has ended. */
  DNS_CHECK("dns_check", "registration_id", KEEP_DNS_DAYS, 100),
  GENERATION("generation", "id", KEEP_STATES_DAYS, 1000),
  /** A line of generations that no table has any more. */
  GENERATION_LINE("generation_line", "id", KEEP_STATES_DAYS, 1000),
  /** Which generation a point held, and since when. */
  POINT_STATE("point_state", "id", KEEP_STATES_DAYS, 2000),
  ALARM("alarm", "id", KEEP_STATES_DAYS, 500),
  /** A change that was held back for its size. */
  LARGE_CHANGE("guarded_change", "id", KEEP_STATES_DAYS, 500),
  /** With the whole state of the point. */
  POINT_HOLD("point_hold", "id", KEEP_STATES_DAYS, 5),
  /** With the whole file. */
  IMPORT("network_import", "id", KEEP_IMPORTS_DAYS, 5);

  private final String table;
  private final String key;
  private final Setting keeps;
  private final int most;

  ArchiveKind(String table, String key, Setting keeps, int most) {
    this.table = table;
    this.key = key;
    this.keeps = keeps;
    this.most = most;
  }

  String table() {
    return table;
  }

  /** The column of its primary key. */
  String key() {
    return key;
  }

  /** How long its rows stay. */
  public Setting keeps() {
    return keeps;
  }

  /** Rows that one transaction moves: the fewer, the longer one may be. */
  int most() {
    return most;
  }

  /** How the names of its files begin. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

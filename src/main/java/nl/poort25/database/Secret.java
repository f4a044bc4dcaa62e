package nl.poort25.database;

/**
 * The secrets that the database has and the portal must be able to read again: they stand there
 * encrypted with the data key, each bound to its row. Whatever only has to be recognised (a
 * password, a token, a recovery code) is kept as a hash instead.
 */
public enum Secret {
  /** What the codes of a second factor are made from. */
  TOTP("account", "totp_secret", "id"),
  /** The private half of the key that states are signed with. */
  SIGNING_KEY("signing_key", "private_key", "public_key"),
  /** What the audit log is sealed with. */
  AUDIT_KEY("audit_key", "secret", "public_key");

  // the portal's own, from its start on; there is one database
  private static volatile DataKeys keys;

  private final String table;
  private final String column;
  private final String row;

  Secret(String table, String column, String row) {
    this.table = table;
    this.column = column;
    this.row = row;
  }

  static void setKeys(DataKeys read) {
    keys = read;
  }

  /**
   * The text as it is stored.
   *
   * @param of what tells the row from all others and never changes; not null
   */
  public String encrypt(String plain, Object of) {
    return known().encrypt(plain, place(of));
  }

  /**
   * @param of as it was given to {@link #encrypt}
   * @throws IllegalStateException if it stands in clear, was altered, or is of another row
   */
  public String decrypt(String stored, Object of) {
    return known().decrypt(stored, place(of));
  }

  static DataKeys known() {
    if (keys == null) {
      throw new IllegalStateException("the data key was not read yet");
    }
    return keys;
  }

  String place(Object of) {
    if (of == null) {
      throw new IllegalStateException("a secret of " + table + " that has no row yet");
    }
    return table + "." + column + ":" + of;
  }

  String table() {
    return table;
  }

  String column() {
    return column;
  }

  /** The column that says whose it is. */
  String row() {
    return row;
  }
}

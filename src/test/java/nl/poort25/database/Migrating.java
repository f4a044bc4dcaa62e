package nl.poort25.database;

/** A process that brings the embedded database of that URL up to date, for a test that kills it. */
final class Migrating {
  private Migrating() {}

  public static void main(String[] arguments) {
    var source = new PortalDataSource();
    source.setUrl(arguments[0]);
    source.setUser("sa");
    Migrations.run(source);
  }
}

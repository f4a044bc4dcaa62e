package nl.poort25.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.mailservice.MailServiceKind;

/** The domains of the demo world, in every state; {@link DemoZones} has their DNS. */
final class DemoDomains {
  /**
   * @param customer null for none
   * @param service null where none is ordered
   */
  record Domain(
      String partner,
      String name,
      String customer,
      MailServiceKind service,
      boolean active,
      boolean withdrawn) {}

  private static final String HAVENKANTOOR =
      """
      polderbloemen.example  | Bloemenhandel Polder | SMTP           | active
      kadewinkel.example     | De Kadewinkel        | POP3_BOX       | active
      grachtenpand.example   | De Kadewinkel        | POP3_CATCH_ALL | active
      zeilschool.example     | Zeilmakerij De Bries | IRONPORT       | active
      café-de-kade.example   | Café De Kade         | SMTP           | active
      zeilmakerij.example    | Zeilmakerij De Bries | SMTP           | active
      loodswezen.example     |                      | SMTP           | active
      touwslagerij.example   | Zeilmakerij De Bries | POP3_BOX       | active
      scheepswerf.example    | Scheepswerf Oost     | IRONPORT       | active
      vuurtoren.example      |                      | SMTP           | active
      palingrokerij.example  | Palingrokerij Smit   | POP3_BOX       | active
      havencafe.example      | Café De Kade         |                |
      botenverhuur.example   |                      | SMTP           | active
      getijdenmolen.example  |                      | SMTP           | active
      mosselkwekerij.example | Palingrokerij Smit   | POP3_BOX       | active
      zoutpakhuis.example    | De Kadewinkel        | SMTP           | active
      kaasmarkt.example      |                      |                |
      roeivereniging.example |                      | SMTP           | ordered
      reddingsboot.example   | Scheepswerf Oost     | IRONPORT       | ordered
      oudehaven.example      |                      |                | withdrawn
      """;

  private static final String BRUG_EN_SLUIS =
      """
      sluiswachter.example   | Waterschap Zuid      | SMTP           | ordered
      ophaalbrug.example     | Waterschap Zuid      | POP3_BOX       | active
      """;

  static final List<Domain> ALL =
      Stream.concat(
              domains("Havenkantoor ICT", HAVENKANTOOR), domains("Brug & Sluis", BRUG_EN_SLUIS))
          .toList();

  private DemoDomains() {}

  private static Stream<Domain> domains(String partner, String table) {
    return table.lines().map(line -> domain(partner, line));
  }

  private static Domain domain(String partner, String line) {
    String[] columns =
        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    return new Domain(
        partner,
        columns[0],
        columns[1].isEmpty() ? null : columns[1],
        columns[2].isEmpty() ? null : MailServiceKind.valueOf(columns[2]),
        columns[3].equals("active"),
        columns[3].equals("withdrawn"));
  }
}

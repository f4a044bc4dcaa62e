package nl.poort25.demo;

import java.util.List;
import nl.poort25.account.Role;

/** Who signs in to a demo run: four partners, and one of each role of staff. */
public final class DemoPeople {
  static final String STAFF = "";

  /**
   * @param partner {@link #STAFF} for those
   */
  public record Person(String partner, String name, String email, Role role) {}

  public static final List<Person> ALL =
      List.of(
          new Person(
              "Havenkantoor ICT", "Sanne de Wit", "sanne@havenkantoor.example", Role.PARTNER_ADMIN),
          new Person(
              "Havenkantoor ICT", "Bram Kok", "bram@havenkantoor.example", Role.PARTNER_USER),
          new Person("Polder Networks", "Noor Bakker", "noor@polder.example", Role.PARTNER_ADMIN),
          new Person("Brug & Sluis", "Daan Visser", "daan@brugensluis.example", Role.PARTNER_ADMIN),
          new Person(
              "Molenwiek Hosting", "Joris Mulder", "joris@molenwiek.example", Role.PARTNER_ADMIN),
          new Person(STAFF, "Karim Bos", "karim@routit.example", Role.REVIEWER),
          new Person(STAFF, "Lieke Smit", "lieke@routit.example", Role.NETWORK),
          new Person(STAFF, "Mirjam Prins", "mirjam@routit.example", Role.ADMINISTRATOR),
          new Person(STAFF, "Oscar Vos", "oscar@routit.example", Role.AUDITOR));

  private DemoPeople() {}
}

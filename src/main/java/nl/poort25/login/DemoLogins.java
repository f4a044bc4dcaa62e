package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.poort25.account.Role;

/** The accounts of the demo world, which its login page offers; none elsewhere. */
@ApplicationScoped
public class DemoLogins {
  /**
   * @param organisation empty for staff
   */
  public record Login(String organisation, String name, String email, Role role, String password) {}

  private volatile List<Login> logins = List.of();

  public void show(List<Login> shown) {
    logins = List.copyOf(shown);
  }

  List<Login> all() {
    return logins;
  }
}

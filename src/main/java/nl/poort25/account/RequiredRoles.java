package nl.poort25.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads from @RolesAllowed which roles may call a POST of a resource, so that a page offers only
 * what the resource accepts.
 */
public final class RequiredRoles {
  private RequiredRoles() {}

  /**
   * The roles that the POST of that name takes.
   *
   * @throws IllegalArgumentException if there is none, or nothing guards it
   */
  public static Set<Role> to(Class<?> resource, String verb) {
    var method =
        Arrays.stream(resource.getMethods())
            .filter(m -> m.getName().equals(verb) && m.isAnnotationPresent(POST.class))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(resource + " has no POST " + verb));
    return roles(guard(resource, method));
  }

  private static RolesAllowed guard(Class<?> resource, Method method) {
    var guard = method.getAnnotation(RolesAllowed.class);
    if (guard == null) {
      guard = resource.getAnnotation(RolesAllowed.class);
    }
    if (guard == null) {
      throw new IllegalArgumentException("nothing guards " + method);
    }
    return guard;
  }

  private static Set<Role> roles(RolesAllowed guard) {
    var roles = EnumSet.noneOf(Role.class);
    for (String group : guard.value()) {
      for (var role : Role.values()) {
        boolean in =
            switch (group) {
              case Role.Name.USER -> true;
              case Role.Name.STAFF -> role.isStaff();
              case Role.Name.PARTNER -> !role.isStaff();
              default -> role.name().equals(group);
            };
        if (in) {
          roles.add(role);
        }
      }
    }
    return roles;
  }
}

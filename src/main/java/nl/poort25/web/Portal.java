package nl.poort25.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application. Who is signed in has USER, besides the roles of the account. */
@ApplicationPath("/")
@DeclareRoles({
  "USER",
  "PARTNER",
  "STAFF",
  "PARTNER_USER",
  "PARTNER_ADMIN",
  "REVIEWER",
  "NETWORK",
  "ADMINISTRATOR",
  "AUDITOR"
})
public class Portal extends Application {}

package nl.poort25.overview;

import java.net.URI;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Scope;

/**
 * Where somebody looks at domains: a partner at his own, staff at everybody's.
 *
 * @param scope whose domains exist there
 * @param path of the list, which each domain's page lies below
 */
record DomainArea(Scope scope, String path) {
  static DomainArea ofPartner(CurrentUser user) {
    return new DomainArea(user.partner(), DomainsResource.PATH);
  }

  static DomainArea ofStaff(CurrentUser user) {
    return new DomainArea(user.everything(), StaffDomainsResource.PATH);
  }

  URI list() {
    return URI.create(path);
  }

  /**
   * @param part of the page, where it begins
   */
  URI domain(long id, String part) {
    return URI.create(path + "/" + id + "#" + part);
  }
}

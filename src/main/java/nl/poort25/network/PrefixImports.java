package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.audit.Act;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.FileImport.Kind;
import nl.poort25.imports.FileImports;
import nl.poort25.policy.Verdict;

/** Uploads of prefixes: what they would change, and the change. */
@ApplicationScoped
@Transactional
class PrefixImports {
  private static final Kind[] KINDS = {Kind.DELEGATED, Kind.INETNUM};

  @PersistenceContext EntityManager em;
  @Inject FileImports imports;
  @Inject ProviderPrefixes prefixes;
  @Inject AddressHolders holdings;
  @Inject Event<Act> acts;

  static String content(Set<Cidr> found) {
    return found.stream()
        .sorted(Comparator.comparing(Cidr::firstKey).thenComparing(Cidr::lastKey))
        .map(Cidr::toString)
        .collect(Collectors.joining("\n"));
  }

  FileImport get(long id) {
    return imports.get(id, KINDS);
  }

  PrefixDifference difference(FileImport upload) {
    var wanted = upload.getContent().lines().map(Cidr::of).toList();
    var all = Set.copyOf(wanted);
    var current = prefixes.current();
    var held = current.stream().map(ProviderPrefix::getCidr).collect(Collectors.toSet());
    var origin = origin(upload);
    var gone =
        current.stream()
            .filter(prefix -> prefix.getOrigin() == origin && !all.contains(prefix.getCidr()))
            .toList();
    var added = wanted.stream().filter(cidr -> !held.contains(cidr)).toList();
    return new PrefixDifference(
        added, gone, wanted.size() - added.size(), prefixes.outside(gone, added));
  }

  /**
   * All of it, or nothing.
   *
   * @param digest of the difference that was shown
   * @throws nl.poort25.web.Conflict if it would change something else by now
   */
  Verdict apply(long id, String digest, ClosingForm closing, Instant now) {
    holdings.lock();
    var upload = get(id);
    var difference = difference(upload);
    upload.mustBeAsShown(difference.digest(), digest);
    var verdict = prefixes.remove(difference.gone(), difference.added(), closing, now);
    if (verdict.holds()) {
      List<Cidr> added = difference.added();
      added.forEach(cidr -> prefixes.add(cidr, origin(upload), null, now));
      acts.fire(upload.apply(added.size(), difference.gone().size(), now));
    }
    return verdict;
  }

  private static ProviderPrefix.Origin origin(FileImport upload) {
    return ProviderPrefix.Origin.valueOf(upload.getKind().name());
  }
}

package nl.poort25.it;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.poort25.PortalClasses;
import nl.poort25.list.ListQuery;
import org.junit.jupiter.api.Test;

/** Whoever makes a list finds it missing here: then it is to be added to {@link ListWalks}. */
class ListWalksTest {
  private static final JavaClasses ALL = PortalClasses.ALL;

  /** What makes the pages of several lists, each of which is named itself. */
  private static final Set<String> SHARED =
      Set.of("NamedList", "ListQuery", "ListReader", "ListSearch");

  private static Set<String> calling(Predicate<JavaClass> by, Predicate<String> method) {
    return ALL.stream()
        .filter(
            c ->
                c.getMethodCallsFromSelf().stream()
                    .anyMatch(
                        call -> by.test(call.getTargetOwner()) && method.test(call.getName())))
        .map(c -> c.getName().replaceAll(".*\\.|\\$.*", ""))
        .filter(name -> !SHARED.contains(name))
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void everyListOfPagesIsWalked() {
    var paged =
        calling(
            owner -> SHARED.contains(owner.getSimpleName()), method -> method.startsWith("page"));
    assertEquals(new TreeSet<>(ListWalks.PAGED), paged);
  }

  @Test
  void everyListThatIsCutIsLookedAt() {
    var cut =
        calling(
            owner ->
                owner.getPackageName().startsWith("jakarta.persistence")
                    || owner.isEquivalentTo(ListQuery.class),
            method -> Set.of("setMaxResults", "first", "count").contains(method));
    assertEquals(new TreeSet<>(ListWalks.CUT.keySet()), cut);
  }

  /**
   * A list that reads something in its URL and is not walked by it may lose it on its next page.
   */
  @Test
  void everyFilterOfAListIsWalked() {
    assertEquals(ListFilters.READERS.keySet(), ListFilters.read().keySet());
    var walked = new TreeSet<String>();
    ListWalks.ofStaff(1, 1).forEach(walk -> walked.addAll(walk.filters()));
    ListWalks.ofPartner(1).forEach(walk -> walked.addAll(walk.filters()));
    var filters = ListFilters.all();
    filters.removeAll(walked);
    assertEquals(Set.of(), filters);
  }
}

package nl.poort25;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The structure that package-info and README promise. */
class ArchitectureTest {
  /** Each may use what stands before it. */
  private static final List<String> ORDER =
      List.of(
          "setting",
          "text",
          "list",
          "round",
          "web",
          "database",
          "archive",
          "policy",
          "audit",
          "outbox",
          "account",
          "notification",
          "login",
          "imports",
          "network",
          "domainname",
          "domain",
          "state",
          "mx",
          "mailservice",
          "ticket",
          "abusereport",
          "abuse",
          "exemption",
          "enforcement",
          "point",
          "takeover",
          "transfer",
          "overview",
          "backoffice",
          "monitoring",
          "demo");

  private static final JavaClasses CODE = PortalClasses.ALL;

  @Test
  void packagesUseOnlyWhatStandsAboveThem() {
    for (int i = 0; i < ORDER.size(); i++) {
      for (String below : ORDER.subList(i + 1, ORDER.size())) {
        noClasses()
            .that()
            .resideInAPackage("nl.poort25." + ORDER.get(i))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("nl.poort25." + below)
            .because(
                "what both need belongs into the upper one, or let the lower one observe an act")
            .check(CODE);
      }
    }
  }

  @Test
  void packagesFormNoCircle() {
    slices().matching("nl.poort25.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void everyPackageHasItsPlace() {
    classes()
        .should()
        .resideInAnyPackage(ORDER.stream().map(p -> "nl.poort25." + p).toArray(String[]::new))
        .because(
            "a package is a feature, flat: add it to the order here and give it a package-info")
        .check(CODE);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Service|Impl|Manager|Helper|Util|Utils|Dto|DTO|Facade)")
        .allowEmptyShould(true)
        .because("such an ending hides the noun: MailService is one of the four of article 3.7")
        .check(
            CODE.that(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "other than the mail service", c -> !c.getSimpleName().equals("MailService"))));
  }

  private static final ArchRule QUESTIONS_ANSWER =
      methods()
          .that()
          .haveNameMatching("(is|has)[A-Z].*")
          .should()
          .haveRawReturnType(boolean.class)
          .because("is and has ask whether; what changes something is named in the imperative");

  /** Reads as a question, and changes what it is called on. */
  private static final class Door {
    @SuppressWarnings("UnusedVariable")
    private boolean open;

    @SuppressWarnings("UnusedMethod")
    void isOpened() {
      open = true;
    }
  }

  @Test
  void whatReadsAsAQuestionAnswersWithYesOrNo() {
    QUESTIONS_ANSWER.check(CODE);
    var command = new ClassFileImporter().importClasses(Door.class);
    assertTrue(QUESTIONS_ANSWER.evaluate(command).hasViolation());
  }

  @Test
  void resourcesHaveAPathAndEntitiesKeepTheirFields() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .beAnnotatedWith(Path.class)
        .check(CODE);
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .and()
        .areNotStatic()
        .should()
        .bePrivate()
        .because("an entity changes by its verbs alone")
        .check(CODE);
  }

  @Test
  void noResourceExtendsAnother() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.not(
                com.tngtech.archunit.lang.conditions.ArchConditions.beAssignableTo(
                    com.tngtech.archunit.base.DescribedPredicate.describe(
                        "another resource",
                        c -> c.isAnnotatedWith(Path.class) && !c.getSubclasses().isEmpty()))))
        .because(
            "the container takes the one for the other: what both have is an abstract class without"
                + " a path")
        .check(CODE);
  }

  @Test
  void whoReadsTheDatabaseDoesSoInTransactions() {
    var database =
        com.tngtech.archunit.base.DescribedPredicate
            .<com.tngtech.archunit.core.domain.JavaClass>describe(
                "hold an entity manager",
                c ->
                    c.getFields().stream()
                        .anyMatch(f -> f.isAnnotatedWith(PersistenceContext.class)));
    classes()
        .that(database)
        .and()
        .areNotAnnotatedWith(Path.class)
        .and()
        .resideOutsideOfPackage("..demo..")
        .should()
        .beAnnotatedWith(Transactional.class)
        .because(
            "a query without a transaction keeps its session for the rest of the request, which the"
                + " next transaction closes under it: put @Transactional on the class")
        .check(CODE);
  }

  @Test
  void nobodyAsksTheSystemForTheTime() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("PortalClock")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .because("time is a parameter, from the one clock")
        .check(CODE);
  }

  @Test
  void nobodyKeepsASessionOfTheContainer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(jakarta.servlet.http.HttpSession.class)
        .orShould()
        .callMethodWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "getSession or changeSessionId",
                call ->
                    call.getTarget().getName().matches("(get|change)Session(Id)?")
                        && call.getTargetOwner()
                            .isAssignableTo(jakarta.servlet.http.HttpServletRequest.class)))
        .because(
            "it would end with the process and be of one node: who is signed in is a row"
                + " (login.Session), with little else in it")
        .check(CODE);
  }

  @Test
  void nobodyInterruptsAThread() {
    noClasses()
        .should()
        .callMethod(Thread.class, "interrupt")
        .orShould()
        .callMethod(java.util.concurrent.ExecutorService.class, "shutdownNow")
        .because(
            "one interrupt that hits a write closes H2 for everybody: bound work by looking at the"
                + " time between two pieces (round.RoundRun), or by closing a socket")
        .check(CODE);
  }

  @Test
  void nobodyUsesTheExecutorsOfTheContainer() {
    fields()
        .that()
        .areAnnotatedWith(jakarta.annotation.Resource.class)
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "@Resource with a lookup",
                    a ->
                        a.getRawType().isEquivalentTo(jakarta.annotation.Resource.class)
                            && a.get("lookup").filter(l -> !l.equals("")).isPresent())))
        .because("Payara Micro's scheduled one has one thread: define one (round.Rounds)")
        .check(CODE);
  }

  @Test
  void eventsAreWhatHappened() {
    var asking =
        CODE.stream()
            .flatMap(type -> type.getMethods().stream())
            .flatMap(method -> method.getParameters().stream())
            .filter(parameter -> parameter.isAnnotatedWith(Observes.class))
            .map(parameter -> parameter.getRawType().reflect())
            .filter(event -> event.getName().startsWith("nl.poort25."))
            .filter(event -> !event.isRecord() && !event.isInterface())
            .map(Class::getSimpleName)
            .distinct()
            .toList();
    assertEquals(
        List.of(),
        asking,
        "an event whose observers fill it in is a question: declare an interface where it is asked,"
            + " and implement it where the answer is known");
  }

  /** Where a partner may be missing, and nobody sees more for it. */
  private static final Map<String, String> PARTNERS_OR_NONE =
      Map.of(
          "nl.poort25.account.SignedInUser", "staff has none",
          "nl.poort25.login.ActiveSession", "nor has their session",
          "nl.poort25.audit.SealedEntry", "some acts are about no partner's things",
          "nl.poort25.network.ConnectionForm$Fields", "a change leaves the partner as it is");

  @Test
  void nobodyTakesAPartnerAsANumberThatMayBeMissing() {
    var found = new TreeSet<String>();
    for (var each : CODE) {
      var type = each.reflect();
      Stream.concat(
              Arrays.stream(type.getDeclaredMethods()),
              Arrays.stream(type.getDeclaredConstructors()))
          .filter(method -> !method.isSynthetic())
          .flatMap(method -> Arrays.stream(method.getParameters()))
          .filter(p -> p.getType() == Long.class && p.getName().matches("partner(Id)?"))
          .forEach(p -> found.add(type.getName()));
    }
    assertEquals(
        PARTNERS_OR_NONE.keySet(),
        found,
        "a null would mean everybody's things: take an account.Scope");
  }
}

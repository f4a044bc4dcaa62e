package nl.poort25.account;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Choice;

/**
 * Lists of entities with a name: sorted by name or newest first, searched by a part of the name.
 */
final class NamedList {
  private static final int LONGEST = 100;
  private static final String BY_NAME = "lower(x.name) like :part escape '!'";

  private NamedList() {}

  /**
   * @param query of an entity whose alias is x
   */
  static <T extends Named> ListPage<T> page(
      EntityManager em, ListQuery<T> query, ListRequest request) {
    return page(
        em, query.few(), request, part -> BY_NAME, q -> q.byLowerCase("x.name", Named::getName));
  }

  /** Of customers, of which a partner may have any number. */
  static ListPage<Customer> pageOfCustomers(
      EntityManager em, ListQuery<Customer> query, ListRequest request) {
    return page(
        em,
        query,
        request,
        part -> "x.lowerName like :part escape '!'",
        q -> q.byText("x.lowerName", Customer::getLowerName));
  }

  /** Of accounts, which are looked for by their mail address too. */
  static ListPage<Account> pageOfAccounts(
      EntityManager em, ListQuery<Account> query, ListRequest request) {
    return page(
        em,
        query.few(),
        request,
        part ->
            part.contains(Account.STAND_IN)
                ? BY_NAME
                : "(" + BY_NAME + " or x.email like :part escape '!')",
        q -> q.byLowerCase("x.name", Named::getName));
  }

  private static <T extends Named> ListPage<T> page(
      EntityManager em,
      ListQuery<T> query,
      ListRequest request,
      Function<String, String> condition,
      Consumer<ListQuery<T>> byName) {
    String part = request.read("q", NamedList::part);
    if (part != null) {
      query.where(condition.apply(part), "part", like(part));
    }
    if (request.isSortedBy("newest")) {
      query.descending();
    } else {
      byName.accept(query);
    }
    return query.byNumber("x.id", Named::getId).page(em, request);
  }

  private static String part(String typed) {
    String part = typed.strip();
    return part.length() <= LONGEST ? part : part.substring(0, LONGEST);
  }

  /** In lower case, with the signs that mean others to a like. */
  static String like(String part) {
    return "%" + part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  /** The one of these that the URL asks for; null for all. */
  static String state(ListRequest request, List<Choice> states) {
    return request.read(
        "state",
        typed -> states.stream().map(Choice::value).filter(typed::equals).findFirst().orElse(null));
  }
}

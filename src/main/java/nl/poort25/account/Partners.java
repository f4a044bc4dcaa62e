package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.list.PartnerChoices;
import nl.poort25.web.FormErrors;

@ApplicationScoped
@Transactional
public class Partners {
  @PersistenceContext EntityManager em;
  @Inject PartnerChoices choices;

  public Partner get(long id) {
    return Optional.ofNullable(em.find(Partner.class, id)).orElseThrow(NotFoundException::new);
  }

  /** The same as it is now, and nobody else who locks it goes on until the transaction ends. */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  public Partner lock(long id) {
    var partner = get(id);
    // not em.lock: that refuses a row that somebody else has just changed, instead of reading it
    em.refresh(partner, LockModeType.PESSIMISTIC_WRITE);
    return partner;
  }

  /** All of them, by name: a provider has hundreds, not millions. */
  public List<Partner> all() {
    return em.createQuery("select p from Partner p order by p.name", Partner.class).getResultList();
  }

  public PartnerLookup lookup() {
    return new PartnerLookup(all());
  }

  public ListPage<Partner> page(ListRequest request) {
    String state = NamedList.state(request, AccountChoices.LOCKED);
    var query = new ListQuery<>(Partner.class, "Partner x");
    return NamedList.page(
        em, query.whereEqual("x.locked", state == null ? null : state.equals("locked")), request);
  }

  /** A name for a partner; with an error at the field where it is none, or another one's. */
  String checked(String typed, Partner now, FormErrors errors) {
    String name = NameField.checkForMail(errors, "name", typed, now == null ? null : now.getName());
    if (name != null && taken(name, now == null ? null : now.getId())) {
      errors.add("name", "account.partners.taken");
    }
    return name;
  }

  private boolean taken(String name, Long except) {
    return em
        .createQuery("select p.id from Partner p where lower(p.name) = lower(:name)", Long.class)
        .setParameter("name", name)
        .getResultList()
        .stream()
        .anyMatch(id -> !id.equals(except));
  }

  void offer(@Observes(during = TransactionPhase.AFTER_SUCCESS) PartnerAct act) {
    choices.forget();
  }
}

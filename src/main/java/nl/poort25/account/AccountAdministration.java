package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.poort25.audit.Act;
import nl.poort25.text.Text;
import nl.poort25.web.Conflict;

/**
 * Locks, unlocks and changes roles of an account and resets its second factor, by an administrator
 * or among colleagues. It locks all accounts of the same partner (or of the staff), so that two
 * such changes cannot leave nobody who can undo them.
 */
@ApplicationScoped
class AccountAdministration {
  @Inject Accounts accounts;
  @Inject SecondFactors factors;
  @Inject Event<Act> acts;
  @Inject Event<StaffMemberUnavailable> left;

  /** Empty if it is done, else why not. */
  @Transactional(TxType.MANDATORY)
  Optional<Text> lock(Account seen, Long successor, SignedInUser by) {
    var peers = peers(seen, by);
    var account = among(peers, seen);
    var refusal = AccountChangeCheck.againstLocking(account, by, peers);
    if (refusal.isEmpty()) {
      var to = successor(peers, successor, account);
      acts.fire(account.lock());
      leave(account, to);
    }
    return refusal;
  }

  /** One of the staff who can be given work; null where none is named. */
  private static Account successor(List<Account> peers, Long id, Account leaves) {
    return id == null
        ? null
        : peers.stream()
            .filter(peer -> peer.getId().equals(id) && !peer.equals(leaves))
            .filter(Accounts::canHandleWork)
            .findFirst()
            .orElseThrow(() -> new Conflict("account " + id + " can be given no work"));
  }

  private void leave(Account account, Account successor) {
    if (account.isStaff() && !Accounts.canHandleWork(account)) {
      left.fire(new StaffMemberUnavailable(account, successor));
    }
  }

  @Transactional(TxType.MANDATORY)
  void unlock(Account seen, SignedInUser by) {
    acts.fire(among(peers(seen, by), seen).unlock());
  }

  /** Empty if it is done, else why not. */
  @Transactional(TxType.MANDATORY)
  Optional<Text> changeRoles(Account seen, Set<Role> wanted, Long successor, SignedInUser by) {
    var peers = peers(seen, by);
    var account = among(peers, seen);
    var refusal = AccountChangeCheck.againstRoles(account, wanted, by, peers);
    if (refusal.isEmpty() && !account.getRoles().equals(wanted)) {
      var to = successor(peers, successor, account);
      acts.fire(account.changeRoles(wanted));
      leave(account, to);
    }
    return refusal;
  }

  /** Empty if it is done, else why not. */
  @Transactional(TxType.MANDATORY)
  Optional<Text> resetSecondFactor(Account seen, String note, SignedInUser by) {
    var account = among(peers(seen, by), seen);
    var refusal = AccountChangeCheck.againstReset(account, by);
    if (refusal.isEmpty()) {
      factors.reset(account, note, by);
    }
    return refusal;
  }

  private List<Account> peers(Account seen, SignedInUser by) {
    return accounts.lockedPeers(seen, by);
  }

  private static Account among(List<Account> peers, Account seen) {
    return peers.stream().filter(a -> a.getId().equals(seen.getId())).findFirst().orElseThrow();
  }
}

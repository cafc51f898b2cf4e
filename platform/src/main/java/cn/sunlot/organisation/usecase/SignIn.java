package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.Account;
import cn.sunlot.organisation.domain.LockOut;
import cn.sunlot.organisation.domain.PasswordPolicy;
import cn.sunlot.organisation.domain.PasswordSignIn;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.usecase.Admission.Attempt;
import cn.sunlot.organisation.usecase.Admission.Outcome;
import cn.sunlot.organisation.usecase.Admission.Proof;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a person in who knows the password, and the code of the second factor where there is one;
 * locks the account after too many wrong ones.
 */
@Component
public class SignIn {

  private static final String WAY = "password";

  private final OrganisationStore store;
  private final PasswordEncoder passwords;
  private final TransactionTemplate transaction;
  private final Admission admission;
  private final LockOut lockOut;
  private final PasswordPolicy policy;
  private final PasswordSignIn open;

  /** Compared with when there is no such account, so that the time taken does not tell. */
  private final String nobodysHash;

  SignIn(
      OrganisationStore store,
      PasswordEncoder passwords,
      TransactionTemplate transaction,
      Admission admission,
      LockOut lockOut,
      PasswordPolicy policy,
      PasswordSignIn open) {
    this.store = store;
    this.passwords = passwords;
    this.transaction = transaction;
    this.admission = admission;
    this.lockOut = lockOut;
    this.policy = policy;
    this.open = open;
    this.nobodysHash = String.valueOf(passwords.encode(UUID.randomUUID().toString()));
  }

  /**
   * Checks login, password, and the code of the person's second factor, if there is one.
   *
   * @param code of the app, or for recovery; null where none was typed
   * @throws Refused if they do not fit, or the account is locked or inactive, or its person signs
   *     in otherwise; the failure is counted all the same
   */
  public SignedIn run(String login, String password, @Nullable String code) {
    Outcome outcome =
        SystemWork.run(() -> transaction.execute(status -> attempt(login, password, code)));
    if (outcome.person() == null) {
      throw outcome.refusal() == null ? wrong() : outcome.refusal();
    }
    return outcome.person();
  }

  private Outcome attempt(String login, String password, @Nullable String code) {
    Person person = store.findPersonByLogin(login).orElse(null);
    if (person == null) {
      passwords.matches(password, nobodysHash);
      return new Outcome(null, wrong());
    }
    Attempt attempt = admission.begin(person);
    Account account = attempt.account();
    boolean right = passwords.matches(password, account.passwordHash());
    if (attempt.isLocked()) {
      return new Outcome(null, Admission.locked(account, attempt.now()));
    }
    if (!right) {
      return admission.failed(attempt, WAY, wrong());
    }
    if (!open.isOpenTo(person.roles())) {
      return Outcome.refused(OrganisationProblem.PASSWORD_SIGN_IN_OFF);
    }
    boolean due = account.passwordDue() || policy.isOver(account.passwordSetAt(), attempt.now());
    return admission.admit(attempt, new Proof(WAY, code, false, due));
  }

  private Refused wrong() {
    return Refused.because(
        OrganisationProblem.LOGIN_OR_PASSWORD_WRONG,
        lockOut.failures(),
        lockOut.lasting().toMinutes());
  }
}

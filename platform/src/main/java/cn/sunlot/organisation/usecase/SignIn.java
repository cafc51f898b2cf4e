package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.Account;
import cn.sunlot.organisation.domain.SecondFactor;
import cn.sunlot.organisation.domain.SecondFactorPolicy;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.store.SecondFactorStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a person in who knows the password, and the code of the second factor where there is one;
 * locks the account after too many wrong ones.
 */
@Component
public class SignIn {

  private final OrganisationStore store;
  private final PasswordEncoder passwords;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final SecondFactorStore factors;
  private final SecondFactor.Codes codes;
  private final SecondFactorPolicy policy;
  private final Access access;

  /** Compared with when there is no such account, so that the time taken does not tell. */
  private final String nobodysHash;

  SignIn(
      OrganisationStore store,
      PasswordEncoder passwords,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction,
      SecondFactorStore factors,
      SecondFactor.Codes codes,
      @Value("${sunlot.second-factor:optional}") SecondFactorPolicy policy,
      Access access) {
    this.store = store;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.factors = factors;
    this.codes = codes;
    this.policy = policy;
    this.access = access;
    this.nobodysHash = String.valueOf(passwords.encode(UUID.randomUUID().toString()));
  }

  private record Outcome(@Nullable SignedIn person, @Nullable Refused refusal) {}

  /**
   * Checks login, password, and the code of the person's second factor, if there is one.
   *
   * @param code of the app, or for recovery; null where none was typed
   * @throws Refused if they do not fit, or the account is locked or inactive; the failure is
   *     counted all the same
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
    // Locked before the account, as in OwnSecondFactor, or the two could wait for each other.
    SecondFactor factor = factors.find(person.id()).filter(SecondFactor::confirmed).orElse(null);
    Instant now = clock.instant();
    Account account = store.lockAccount(person.id());
    boolean right = passwords.matches(password, account.passwordHash());
    if (account.isLocked(now)) {
      return new Outcome(null, locked(account, now));
    }
    if (!right) {
      return failed(person, account, now, wrong());
    }
    if (!account.active()) {
      return new Outcome(null, Refused.because(OrganisationProblem.ACCOUNT_INACTIVE));
    }
    if (factor != null) {
      if (code == null || code.isBlank()) {
        return new Outcome(null, Refused.because(OrganisationProblem.SECOND_FACTOR_NEEDED));
      }
      SecondFactor used = factor.accept(code, now, codes).orElse(null);
      if (used == null) {
        Refused why = Refused.because(OrganisationProblem.SECOND_FACTOR_WRONG);
        return failed(person, account, now, why);
      }
      factors.save(used, person.authorityId());
    }
    store.save(account.succeeded());
    audit.record(person.authorityId(), "signed-in", login, Map.of());
    boolean due = factor == null && policy.demands(person.roles());
    return new Outcome(access.of(person, account.passwordDue(), due), null);
  }

  private Outcome failed(Person person, Account account, Instant now, Refused why) {
    Account failed = account.failed(now);
    store.save(failed);
    boolean locked = failed.isLocked(now);
    audit.record(person.authorityId(), "sign-in-failed", person.login(), Map.of("locked", locked));
    return new Outcome(null, locked ? locked(failed, now) : why);
  }

  private static Refused wrong() {
    return Refused.because(OrganisationProblem.LOGIN_OR_PASSWORD_WRONG);
  }

  /** Why nobody gets in now, and for how many minutes. */
  static Refused locked(Account account, Instant now) {
    Instant until = account.lockedUntil() == null ? now : account.lockedUntil();
    return Refused.because(
        OrganisationProblem.ACCOUNT_LOCKED,
        Duration.between(now, until).plusSeconds(59).toMinutes());
  }
}

package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.Account;
import cn.sunlot.organisation.domain.LockOut;
import cn.sunlot.organisation.domain.SecondFactor;
import cn.sunlot.organisation.domain.SecondFactorPolicy;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.store.SecondFactorStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What every way of signing in has in common once somebody has shown who they are: the lock, the
 * second step, the record.
 */
@Component
class Admission {

  /**
   * Somebody at the door.
   *
   * @param factor of the own second step; null where there is none
   */
  record Attempt(Person person, @Nullable SecondFactor factor, Account account, Instant now) {

    boolean isLocked() {
      return account.isLocked(now);
    }
  }

  /**
   * What was shown.
   *
   * @param way {@code password} or {@code oidc}
   * @param code of the second step, or for recovery; null where none was typed
   * @param secondFactor whether a second factor was shown elsewhere, so that none is asked for
   * @param passwordDue whether the password is to be changed first
   */
  record Proof(String way, @Nullable String code, boolean secondFactor, boolean passwordDue) {}

  /** Either a person or why not; a refusal does not undo what was counted. */
  record Outcome(@Nullable SignedIn person, @Nullable Refused refusal) {

    static Outcome refused(OrganisationProblem why) {
      return new Outcome(null, Refused.because(why));
    }
  }

  private final OrganisationStore store;
  private final SecondFactorStore factors;
  private final SecondFactor.Codes codes;
  private final SecondFactorPolicy policy;
  private final LockOut lockOut;
  private final Access access;
  private final AuditLog audit;
  private final Clock clock;

  Admission(
      OrganisationStore store,
      SecondFactorStore factors,
      SecondFactor.Codes codes,
      @Value("${sunlot.second-factor:optional}") SecondFactorPolicy policy,
      LockOut lockOut,
      Access access,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.factors = factors;
    this.codes = codes;
    this.policy = policy;
    this.lockOut = lockOut;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Looks at factor and account, locked until the transaction ends: the factor first, as in
   * OwnSecondFactor, or the two could wait for each other.
   */
  Attempt begin(Person person) {
    SecondFactor factor = factors.find(person.id()).filter(SecondFactor::confirmed).orElse(null);
    return new Attempt(person, factor, store.lockAccount(person.id()), clock.instant());
  }

  /** Lets the person in, or says what else is needed. */
  Outcome admit(Attempt attempt, Proof proof) {
    Person person = attempt.person();
    SecondFactor factor = attempt.factor();
    if (!attempt.account().active()) {
      return Outcome.refused(OrganisationProblem.ACCOUNT_INACTIVE);
    }
    if (factor != null && !proof.secondFactor()) {
      if (proof.code() == null || proof.code().isBlank()) {
        return Outcome.refused(OrganisationProblem.SECOND_FACTOR_NEEDED);
      }
      SecondFactor used = factor.accept(proof.code(), attempt.now(), codes).orElse(null);
      if (used == null) {
        return failed(attempt, proof.way(), wrongCode(lockOut));
      }
      factors.save(used, person.authorityId());
    }
    store.save(attempt.account().succeeded());
    audit.record(person.authorityId(), "signed-in", person.login(), Map.of("way", proof.way()));
    boolean due = factor == null && !proof.secondFactor() && policy.demands(person.roles());
    return new Outcome(access.of(person, proof.passwordDue(), due), null);
  }

  /** Counts a failure, and locks the account after too many. */
  Outcome failed(Attempt attempt, String way, Refused why) {
    Account failed = attempt.account().failed(attempt.now(), lockOut);
    store.save(failed);
    boolean locked = failed.isLocked(attempt.now());
    audit.record(
        attempt.person().authorityId(),
        "sign-in-failed",
        attempt.person().login(),
        Map.of("locked", locked, "way", way));
    return new Outcome(null, locked ? locked(failed, attempt.now()) : why);
  }

  /** Why the code of the second step is refused, and what further ones lead to. */
  static Refused wrongCode(LockOut lockOut) {
    return Refused.because(
        OrganisationProblem.SECOND_FACTOR_WRONG, lockOut.failures(), lockOut.lasting().toMinutes());
  }

  /** Why nobody gets in now, and for how many minutes. */
  static Refused locked(Account account, Instant now) {
    Instant until = account.lockedUntil() == null ? now : account.lockedUntil();
    return Refused.because(
        OrganisationProblem.ACCOUNT_LOCKED,
        Duration.between(now, until).plusSeconds(59).toMinutes());
  }
}

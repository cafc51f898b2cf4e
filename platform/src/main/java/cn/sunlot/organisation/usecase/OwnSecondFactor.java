package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.Account;
import cn.sunlot.organisation.domain.LockOut;
import cn.sunlot.organisation.domain.SecondFactor;
import cn.sunlot.organisation.domain.SecondFactorPolicy;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.store.PersonStore;
import cn.sunlot.organisation.store.SecondFactorStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person's own second step of the sign-in: set up with an app, confirmed by its first code, taken
 * away by a further one. Wrong codes count as wrong passwords do, and are counted although refused.
 */
@Component
public class OwnSecondFactor {

  /**
   * How it stands.
   *
   * @param demanded whether the rules of this installation ask for it
   * @param recoveryCodes how many are left
   */
  public record FactorState(boolean set, boolean demanded, int recoveryCodes) {}

  /**
   * A factor to be taken up by an app.
   *
   * @param address otpauth, for a QR code
   */
  public record BegunFactor(String secret, String address) {}

  /** What an app calls the account by, beside the login; short, for a QR code that reads well. */
  private static final String ISSUER = "阳光双随机";

  private final SecondFactorStore factors;
  private final OrganisationStore accounts;
  private final PersonStore people;
  private final Organisation organisation;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  /** What is counted stays counted, although the command is refused. */
  private final TransactionTemplate fresh;

  private final SecondFactorPolicy policy;
  private final LockOut lockOut;
  private final SecondFactor.Codes codes;
  private final SecureRandom random = new SecureRandom();

  OwnSecondFactor(
      SecondFactorStore factors,
      OrganisationStore accounts,
      PersonStore people,
      Organisation organisation,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction,
      SecondFactor.Codes codes,
      @Value("${sunlot.second-factor:optional}") SecondFactorPolicy policy,
      LockOut lockOut) {
    this.factors = factors;
    this.accounts = accounts;
    this.people = people;
    this.organisation = organisation;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.fresh =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
    this.fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.codes = codes;
    this.policy = policy;
    this.lockOut = lockOut;
  }

  public FactorState state() {
    UUID id = SignedIn.get().personId();
    return transaction.execute(
        s -> {
          Optional<SecondFactor> set = factors.find(id).filter(SecondFactor::confirmed);
          return new FactorState(
              set.isPresent(), isDemanded(id), set.map(f -> f.recoveryCodes().size()).orElse(0));
        });
  }

  /**
   * Makes a secret, in the place of one that was not confirmed.
   *
   * @throws Refused if there is one that is
   */
  public BegunFactor begin() {
    SignedIn person = SignedIn.get();
    return transaction.execute(
        s -> {
          if (factors.isSet(person.personId())) {
            throw Refused.because(OrganisationProblem.SECOND_FACTOR_SET);
          }
          SecondFactor fresh = SecondFactor.fresh(person.personId(), codes, random);
          factors.save(fresh, person.authorityId());
          return new BegunFactor(fresh.secret(), fresh.address(ISSUER, person.login()));
        });
  }

  /**
   * Takes the secret into use by a code of it; all sessions of the person end, this one too.
   *
   * @return recovery codes, told once
   * @throws Refused if none was begun, one is in use already, or the code is wrong
   */
  public List<String> confirm(String code) {
    return counted(
        (person, now) -> {
          if (factors.isSet(person.personId())) {
            throw Refused.because(OrganisationProblem.SECOND_FACTOR_SET);
          }
          SecondFactor used = use(person, code, now);
          if (used == null) {
            return null;
          }
          people.endSessions(person.personId());
          audit.record("second-factor-set", person.login(), Map.of());
          return used.recoveryCodes();
        });
  }

  /**
   * Takes the factor away by a code of it.
   *
   * @throws Refused if there is none, it is demanded, or the code is wrong
   */
  public void remove(String code) {
    counted(
        (person, now) -> {
          if (isDemanded(person.personId())) {
            throw Refused.because(OrganisationProblem.SECOND_FACTOR_DEMANDED);
          }
          if (!factors.isSet(person.personId())) {
            throw Refused.because(OrganisationProblem.SECOND_FACTOR_NOT_SET);
          }
          if (use(person, code, now) == null) {
            return null;
          }
          factors.remove(person.personId());
          audit.record("second-factor-removed", person.login(), Map.of());
          return Boolean.TRUE;
        });
  }

  private boolean isDemanded(UUID personId) {
    return policy.demands(organisation.getPerson(personId).roles());
  }

  private @Nullable SecondFactor use(SignedIn person, String code, Instant now) {
    SecondFactor factor =
        factors
            .find(person.personId())
            .orElseThrow(() -> Refused.because(OrganisationProblem.SECOND_FACTOR_NOT_SET));
    SecondFactor used = factor.accept(code, now, codes).orElse(null);
    if (used != null) {
      factors.save(used, person.authorityId());
    }
    return used;
  }

  /** A step that a code proves; null where the code was wrong. */
  private interface Step<T> {
    @Nullable T run(SignedIn person, Instant now);
  }

  private <T> T counted(Step<T> step) {
    SignedIn person = SignedIn.get();
    return transaction.execute(
        s -> {
          // First, so that of many attempts at once each sees what those before it have counted.
          factors.find(person.personId());
          Instant now = clock.instant();
          Account account = accounts.getAccount(person.personId());
          if (account.isLocked(now)) {
            throw Admission.locked(account, now);
          }
          T done = step.run(person, now);
          if (done == null) {
            throw fresh.execute(n -> countFailure(person, now));
          }
          return done;
        });
  }

  private Refused countFailure(SignedIn person, Instant now) {
    Account failed = accounts.lockAccount(person.personId()).failed(now, lockOut);
    accounts.save(failed);
    return failed.isLocked(now) ? Admission.locked(failed, now) : Admission.wrongCode(lockOut);
  }
}

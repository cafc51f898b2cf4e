package cn.sunlot.policy.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.domain.Confirmation;
import cn.sunlot.policy.domain.Confirmation.Ground;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.store.ProfileStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps who answers for rules that are not in force by themselves. */
@Component
class Confirmations {

  private final ProfileStore store;
  private final Clock clock;

  Confirmations(ProfileStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Keeps a confirmation of the person who is signed in.
   *
   * @param wrong what is wrong with further values
   * @param until last day, from today to a year ahead: it bridges the time until the rules are
   *     renewed or issued
   * @throws Refused if a value is wrong
   */
  Confirmation add(
      KnownVersion version, Ground ground, List<WrongValue> wrong, String reason, LocalDate until) {
    check(wrong, reason, until);
    SignedIn person = SignedIn.get();
    var confirmation =
        new Confirmation(
            Ids.next(),
            person.authorityId(),
            version.profileId(),
            version.version(),
            ground,
            until,
            reason.strip(),
            person.personId(),
            person.name(),
            clock.instant());
    store.add(confirmation);
    return confirmation;
  }

  /** What the log says of it. */
  static Map<String, Object> entry(Confirmation confirmation) {
    return Map.of(
        "version", confirmation.version(),
        "until", confirmation.until().toString(),
        "reason", confirmation.reason(),
        "confirmation", confirmation.id().toString());
  }

  private void check(List<WrongValue> further, String reason, LocalDate until) {
    List<WrongValue> wrong = new ArrayList<>(further);
    if (reason.isBlank()) {
      wrong.add(WrongValue.of("reason", reason, "policy.wrong.reason"));
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate last = today.plusYears(1);
    if (until.isBefore(today) || until.isAfter(last)) {
      wrong.add(
          WrongValue.of(
              "until", until.toString(), "policy.wrong.until", today.toString(), last.toString()));
    }
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
  }
}

package cn.sunlot.policy.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.PolicyProblem;
import cn.sunlot.policy.domain.Confirmation;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.store.ProfileStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The principal answers by name for using the authority's expired profile until a day (ZB-22). */
@Component
@Transactional
public class ConfirmExpiredProfile {

  private final ProfileStore store;
  private final Organisation organisation;
  private final AuditLog audit;
  private final Clock clock;

  ConfirmExpiredProfile(
      ProfileStore store, Organisation organisation, AuditLog audit, Clock clock) {
    this.store = store;
    this.organisation = organisation;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Confirms.
   *
   * @param reason why the rules are used further
   * @param until last day, from today to a year ahead: a confirmation bridges the time until the
   *     rules are renewed
   * @throws Refused if the profile is another authority's or has not expired, or a value is wrong
   */
  public Confirmation run(String profileId, String reason, LocalDate until) {
    SignedIn person = SignedIn.get();
    LocalDate today = LocalDate.now(clock);
    if (!organisation.getAuthority(person.authorityId()).profileId().equals(profileId)) {
      throw Refused.because(PolicyProblem.PROFILE_OF_OTHERS, profileId);
    }
    KnownVersion version =
        KnownVersion.of(store.listVersions(profileId), today)
            .filter(v -> v.hasEnded(today))
            .orElseThrow(() -> Refused.because(PolicyProblem.PROFILE_NOT_EXPIRED, profileId));
    check(reason, until, today);
    var confirmation =
        new Confirmation(
            Ids.next(),
            person.authorityId(),
            profileId,
            version.version(),
            until,
            reason.strip(),
            person.personId(),
            person.name(),
            clock.instant());
    store.add(confirmation);
    audit.record(
        "expired-profile-confirmed",
        profileId,
        Map.of(
            "version", version.version(),
            "until", until.toString(),
            "reason", confirmation.reason(),
            "confirmation", confirmation.id().toString()));
    return confirmation;
  }

  private static void check(String reason, LocalDate until, LocalDate today) {
    List<WrongValue> wrong = new ArrayList<>();
    if (reason.isBlank()) {
      wrong.add(WrongValue.of("reason", reason, "policy.wrong.reason"));
    }
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

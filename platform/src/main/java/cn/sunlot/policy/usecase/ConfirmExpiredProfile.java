package cn.sunlot.policy.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.PolicyProblem;
import cn.sunlot.policy.domain.Confirmation;
import cn.sunlot.policy.domain.Confirmation.Ground;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.store.BindingProfiles;
import cn.sunlot.policy.store.ProfileStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The principal answers by name for using the authority's expired profile until a day (ZB-22). */
@Component
@Transactional
public class ConfirmExpiredProfile {

  private final ProfileStore store;
  private final BindingProfiles binding;
  private final Confirmations confirmations;
  private final AuditLog audit;
  private final Clock clock;

  ConfirmExpiredProfile(
      ProfileStore store,
      BindingProfiles binding,
      Confirmations confirmations,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.binding = binding;
    this.confirmations = confirmations;
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
    LocalDate today = LocalDate.now(clock);
    if (!binding.id(SignedIn.get().authorityId(), today).equals(profileId)) {
      throw Refused.because(PolicyProblem.PROFILE_OF_OTHERS, profileId);
    }
    KnownVersion version =
        KnownVersion.of(store.listVersions(profileId), today)
            .filter(v -> v.hasEnded(today))
            .orElseThrow(() -> Refused.because(PolicyProblem.PROFILE_NOT_EXPIRED, profileId));
    Confirmation confirmation =
        confirmations.add(version, Ground.EXPIRED, List.of(), reason, until);
    audit.record("expired-profile-confirmed", profileId, Confirmations.entry(confirmation));
    return confirmation;
  }
}

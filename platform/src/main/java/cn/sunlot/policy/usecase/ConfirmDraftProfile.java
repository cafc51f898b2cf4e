package cn.sunlot.policy.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.PolicyProblem;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.domain.Confirmation;
import cn.sunlot.policy.domain.Confirmation.Ground;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.profiles.ProfileFile;
import cn.sunlot.policy.store.BindingProfiles;
import cn.sunlot.policy.store.ProfileStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The principal names the authority's rules as the draft that they are, and answers for their use
 * until a day. Without that nothing rests on a draft.
 */
@Component
@Transactional
public class ConfirmDraftProfile {

  private static final Set<String> NAMES = Set.of(ProfileFile.DRAFT, "draft");

  private final ProfileStore store;
  private final BindingProfiles binding;
  private final Policies policies;
  private final Confirmations confirmations;
  private final AuditLog audit;
  private final Clock clock;

  ConfirmDraftProfile(
      ProfileStore store,
      BindingProfiles binding,
      Policies policies,
      Confirmations confirmations,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.binding = binding;
    this.policies = policies;
    this.confirmations = confirmations;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether somebody calls rules what they are: a draft. */
  static boolean isNamed(String named) {
    return NAMES.contains(named.strip());
  }

  /**
   * Confirms.
   *
   * @param named what the person calls the rules: 征求意见稿 or draft
   * @param reason why a draft is used
   * @param until last day, from today to a year ahead
   * @throws Refused if the profile is another authority's or no draft, or a value is wrong
   */
  public Confirmation run(String profileId, String named, String reason, LocalDate until) {
    LocalDate today = LocalDate.now(clock);
    KnownVersion version =
        KnownVersion.of(store.listVersions(profileId), today)
            .orElseThrow(() -> Refused.because(PolicyProblem.PROFILE_UNKNOWN, profileId));
    Profile profile = policies.getVersion(profileId, version.version());
    String own = binding.id(SignedIn.get().authorityId(), today);
    if (!profileId.equals(own) && !profile.isRefinementOf(own)) {
      throw Refused.because(PolicyProblem.PROFILE_OF_OTHERS, profileId);
    }
    if (!profile.header().draft()) {
      throw Refused.because(PolicyProblem.PROFILE_NOT_DRAFT, profileId);
    }
    List<WrongValue> wrong =
        isNamed(named) ? List.of() : List.of(WrongValue.of("named", named, "policy.wrong.named"));
    Confirmation confirmation = confirmations.add(version, Ground.DRAFT, wrong, reason, until);
    audit.record("draft-profile-confirmed", profileId, Confirmations.entry(confirmation));
    return confirmation;
  }
}

package cn.sunlot.policy.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.domain.Confirmation;
import cn.sunlot.policy.domain.ProfileState;
import cn.sunlot.policy.domain.ProfileSwitch;
import cn.sunlot.policy.store.BindingProfiles;
import cn.sunlot.policy.store.ProfileSearch.Found;
import cn.sunlot.policy.usecase.SwitchRights;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Profiles as lists show them. */
@Component
class ProfileViews {

  /** Who answers for an expired profile or a draft. */
  record ConfirmationView(String person, String reason, LocalDate until, Instant at) {

    static @Nullable ConfirmationView of(@Nullable Confirmation c) {
      return c == null ? null : new ConfirmationView(c.personName(), c.reason(), c.until(), c.at());
    }
  }

  /**
   * A profile in the list.
   *
   * @param state in-force, expired, draft, confirmed, not-in-force-yet
   * @param draft true for a regulation that is a draft: always shown as one
   * @param jointOnly whether it speaks of joint inspections only
   * @param ours whether it binds the reader's department
   */
  record ProfileSummary(
      String id,
      String version,
      String title,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @OneOf(ProfileState.class) String state,
      boolean draft,
      boolean jointOnly,
      boolean ours,
      @Nullable ConfirmationView confirmation,
      List<String> allowedCommands) {}

  /**
   * A switch of the reader's authority to other rules.
   *
   * @param from first day
   * @param begun whether that day has come
   */
  record SwitchView(
      String profileId,
      String title,
      String beforeTitle,
      LocalDate from,
      boolean begun,
      String reason,
      String documentNumber,
      LocalDate documentDay,
      String person,
      Instant at) {}

  private final Policies policies;
  private final BindingProfiles binding;
  private final SwitchRights rights;
  private final Clock clock;

  ProfileViews(Policies policies, BindingProfiles binding, SwitchRights rights, Clock clock) {
    this.policies = policies;
    this.binding = binding;
    this.rights = rights;
    this.clock = clock;
  }

  Profile profile(Found found) {
    return policies.getVersion(found.version().profileId(), found.version().version());
  }

  /** Id of the profile that binds the reader's department. */
  String ownId() {
    return policies.getProfileId(SignedIn.get().departmentId(), LocalDate.now(clock));
  }

  ProfileSummary summary(Found found, Locale locale) {
    SignedIn person = SignedIn.get();
    Profile profile = profile(found);
    return new ProfileSummary(
        profile.id(),
        profile.version(),
        profile.header().title().in(locale),
        found.version().from(),
        found.version().to(),
        Lifecycle.wireName(found.state()),
        profile.header().draft(),
        profile.header().appliesTo() == Inspections.JOINT,
        ownId().equals(profile.id()),
        ConfirmationView.of(found.confirmation()),
        allowed(found, profile, person));
  }

  private List<String> allowed(Found found, Profile profile, SignedIn person) {
    LocalDate today = LocalDate.now(clock);
    String own = binding.id(person.authorityId(), today);
    List<String> allowed = new ArrayList<>();
    if (!person.may(Permission.POLICY_CONFIRM)) {
      return allowed;
    }
    if (own.equals(profile.id()) && found.version().hasEnded(today)) {
      allowed.add("confirm-expired");
    }
    if (profile.header().draft() && (own.equals(profile.id()) || profile.isRefinementOf(own))) {
      allowed.add("confirm-draft");
    }
    if (!own.equals(profile.id()) && rights.isHeld()) {
      allowed.add("switch-to");
    }
    return allowed;
  }

  /** A switch, with the rules by their titles. */
  SwitchView view(ProfileSwitch one, Locale locale) {
    return new SwitchView(
        one.profileId(),
        title(one.profileId(), locale),
        title(one.before(), locale),
        one.from(),
        !one.from().isAfter(LocalDate.now(clock)),
        one.reason(),
        one.documentNumber(),
        one.documentDay(),
        one.personName(),
        one.at());
  }

  private String title(String profileId, Locale locale) {
    return policies.getTitle(profileId).in(locale);
  }
}

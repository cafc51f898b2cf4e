package cn.sunlot.policy.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.domain.Confirmation;
import cn.sunlot.policy.domain.ProfileState;
import cn.sunlot.policy.store.ProfileSearch;
import cn.sunlot.policy.store.ProfileSearch.Found;
import cn.sunlot.policy.usecase.ConfirmExpiredProfile;
import cn.sunlot.policy.web.ProfileWords.RuleView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rule profiles: which there are, what they say in words, who confirmed an expired one. */
@RestController
@RequestMapping("/api/profiles")
class ProfileController {

  /** Who answers for an expired profile. */
  record ConfirmationView(String person, String reason, LocalDate until, Instant at) {

    static @Nullable ConfirmationView of(@Nullable Confirmation c) {
      return c == null ? null : new ConfirmationView(c.personName(), c.reason(), c.until(), c.at());
    }
  }

  /**
   * A profile in the list.
   *
   * @param state in-force, expired, confirmed, not-in-force-yet
   * @param draft true for a regulation that is a draft: always shown as one
   * @param ours whether it binds the reader's authority
   */
  record ProfileSummary(
      String id,
      String version,
      String title,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @OneOf(ProfileState.class) String state,
      boolean draft,
      boolean ours,
      @Nullable ConfirmationView confirmation,
      List<String> allowedCommands) {}

  /**
   * A profile in words.
   *
   * @param validity articles that fix its validity
   */
  record ProfilePage(ProfileSummary profile, List<String> validity, List<RuleView> rules) {}

  record ConfirmationRequest(@NotNull @Size(max = 1000) String reason, @NotNull LocalDate until) {}

  private final ProfileSearch search;
  private final Policies policies;
  private final ConfirmExpiredProfile confirm;
  private final Organisation organisation;
  private final ProfileWords words;
  private final Clock clock;

  ProfileController(
      ProfileSearch search,
      Policies policies,
      ConfirmExpiredProfile confirm,
      Organisation organisation,
      ProfileWords words,
      Clock clock) {
    this.search = search;
    this.policies = policies;
    this.confirm = confirm;
    this.organisation = organisation;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.POLICY_VIEW)
  List<ProfileSummary> listProfiles(Locale locale) {
    return search.list(SignedIn.get().scope(), LocalDate.now(clock)).stream()
        .map(found -> summary(found, profile(found), locale))
        .toList();
  }

  @GetMapping("/{id}")
  @Requires(Permission.POLICY_VIEW)
  ProfilePage getProfile(@PathVariable String id, Locale locale) {
    Found found = search.get(SignedIn.get().scope(), id, LocalDate.now(clock));
    Profile profile = profile(found);
    var valid = profile.header().valid();
    return new ProfilePage(
        summary(found, profile, locale),
        valid == null ? List.of() : ProfileWords.articles(profile, valid.clauses(), locale),
        words.rules(profile, locale));
  }

  @PostMapping("/{id}/confirm-expired")
  @Requires(Permission.POLICY_CONFIRM)
  ProfileSummary confirmExpiredProfile(
      @PathVariable String id, @Valid @RequestBody ConfirmationRequest request, Locale locale) {
    confirm.run(id, request.reason(), request.until());
    Found found = search.get(SignedIn.get().scope(), id, LocalDate.now(clock));
    return summary(found, profile(found), locale);
  }

  private Profile profile(Found found) {
    return policies.getVersion(found.version().profileId(), found.version().version());
  }

  private ProfileSummary summary(Found found, Profile profile, Locale locale) {
    SignedIn person = SignedIn.get();
    boolean ours = organisation.getAuthority(person.authorityId()).profileId().equals(profile.id());
    boolean expired =
        found.state() == ProfileState.EXPIRED || found.state() == ProfileState.CONFIRMED;
    return new ProfileSummary(
        profile.id(),
        profile.version(),
        profile.header().title().in(locale),
        found.version().from(),
        found.version().to(),
        Lifecycle.wireName(found.state()),
        profile.header().draft(),
        ours,
        ConfirmationView.of(found.confirmation()),
        ours && expired && person.may(Permission.POLICY_CONFIRM)
            ? List.of("confirm-expired")
            : List.of());
  }
}

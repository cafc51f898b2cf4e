package cn.sunlot.policy.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.store.ProfileSearch;
import cn.sunlot.policy.store.ProfileSearch.Found;
import cn.sunlot.policy.usecase.ConfirmDraftProfile;
import cn.sunlot.policy.usecase.ConfirmExpiredProfile;
import cn.sunlot.policy.usecase.SwitchProfile;
import cn.sunlot.policy.web.CitedClauses.ProfileClauses;
import cn.sunlot.policy.web.ProfileComparison.Comparison;
import cn.sunlot.policy.web.ProfileViews.ProfileSummary;
import cn.sunlot.policy.web.ProfileViews.SwitchView;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Rule profiles: which there are, what they say in words and side by side, who confirmed one that
 * has expired or is a draft.
 */
@RestController
@RequestMapping("/api/profiles")
class ProfileController {

  /**
   * A version of a profile.
   *
   * @param loadedAt since when the platform has it
   * @param speaks whether it is the one that speaks for today
   */
  record VersionView(
      String version,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Instant loadedAt,
      boolean speaks) {}

  /**
   * A profile in words.
   *
   * @param validity articles that fix its validity
   * @param versions all there are, the last one first
   */
  record ProfilePage(
      ProfileSummary profile,
      List<String> validity,
      List<VersionView> versions,
      List<RuleView> rules) {}

  record ConfirmationRequest(@NotNull @Size(max = 1000) String reason, @NotNull LocalDate until) {}

  /**
   * Names rules as the draft that they are.
   *
   * @param named 征求意见稿 or draft
   */
  record DraftRequest(
      @NotNull @Size(max = 20) String named,
      @NotNull @Size(max = 1000) String reason,
      @NotNull LocalDate until) {}

  /**
   * Decides by which rules the authority works from a day on.
   *
   * @param named of a draft: 征求意见稿 or draft
   * @param until of a draft: last day for which the person answers for its use
   */
  record SwitchRequest(
      @NotNull LocalDate from,
      @NotNull @Size(max = 1000) String reason,
      @NotNull @Size(max = 100) String documentNumber,
      @NotNull LocalDate documentDay,
      @Nullable @Size(max = 20) String named,
      @Nullable LocalDate until) {}

  private final ProfileSearch search;
  private final SwitchProfile switchProfile;
  private final ConfirmExpiredProfile confirmExpired;
  private final ConfirmDraftProfile confirmDraft;
  private final ProfileViews views;
  private final ProfileWords words;
  private final ProfileComparison comparison;
  private final CitedClauses clauses;
  private final Clock clock;

  ProfileController(
      ProfileSearch search,
      SwitchProfile switchProfile,
      ConfirmExpiredProfile confirmExpired,
      ConfirmDraftProfile confirmDraft,
      ProfileViews views,
      ProfileWords words,
      ProfileComparison comparison,
      CitedClauses clauses,
      Clock clock) {
    this.search = search;
    this.switchProfile = switchProfile;
    this.confirmExpired = confirmExpired;
    this.confirmDraft = confirmDraft;
    this.views = views;
    this.words = words;
    this.comparison = comparison;
    this.clauses = clauses;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.POLICY_VIEW)
  List<ProfileSummary> listProfiles(Locale locale) {
    return search.list(SignedIn.get().scope(), LocalDate.now(clock)).stream()
        .map(found -> views.summary(found, locale))
        .toList();
  }

  /** By which rules the reader's authority has worked and will work, the last switch first. */
  @GetMapping("/switches")
  @Requires(Permission.POLICY_VIEW)
  List<SwitchView> listProfileSwitches(Locale locale) {
    return search.listSwitches(SignedIn.get().scope()).stream()
        .map(one -> views.view(one, locale))
        .toList();
  }

  /**
   * Profiles side by side.
   *
   * @param ids which, up to six; the reader's own and those in force where none are named
   * @param on day for which they speak; today where none is named
   */
  @GetMapping("/compare")
  @Requires(Permission.POLICY_VIEW)
  Comparison compareProfiles(
      @RequestParam(required = false) @Nullable List<String> ids,
      @RequestParam(required = false) @Nullable LocalDate on,
      Locale locale) {
    return comparison.of(
        SignedIn.get().scope(),
        ids == null ? List.of() : ids,
        on == null ? LocalDate.now(clock) : on,
        locale);
  }

  /**
   * A profile in words.
   *
   * @param version which of its versions; the one that speaks for today where none is named
   */
  @GetMapping("/{id}")
  @Requires(Permission.POLICY_VIEW)
  ProfilePage getProfile(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String version,
      Locale locale) {
    Found todayFound = found(id, null);
    Found found = version == null ? todayFound : found(id, version);
    Profile profile = views.profile(found);
    var valid = profile.header().valid();
    return new ProfilePage(
        views.summary(found, locale),
        valid == null ? List.of() : ProfileWords.articles(profile, valid.clauses(), locale),
        search.listVersions(SignedIn.get().scope(), id).stream()
            .map(
                v ->
                    new VersionView(
                        v.version().version(),
                        v.version().from(),
                        v.version().to(),
                        v.loadedAt(),
                        v.version().equals(todayFound.version())))
            .toList(),
        words.rules(profile, locale));
  }

  /**
   * On which clauses the rules of a profile rest, and how these are cited.
   *
   * @param version which of its versions; the one that speaks for today where none is named
   */
  @GetMapping("/{id}/clauses")
  @Requires(Permission.POLICY_VIEW)
  ProfileClauses getProfileClauses(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String version,
      Locale locale) {
    return clauses.of(views.profile(found(id, version)), locale);
  }

  @PostMapping("/{id}/confirm-expired")
  @Requires(Permission.POLICY_CONFIRM)
  ProfileSummary confirmExpiredProfile(
      @PathVariable String id, @Valid @RequestBody ConfirmationRequest request, Locale locale) {
    confirmExpired.run(id, request.reason(), request.until());
    return summary(id, locale);
  }

  @PostMapping("/{id}/confirm-draft")
  @Requires(Permission.POLICY_CONFIRM)
  ProfileSummary confirmDraftProfile(
      @PathVariable String id, @Valid @RequestBody DraftRequest request, Locale locale) {
    confirmDraft.run(id, request.named(), request.reason(), request.until());
    return summary(id, locale);
  }

  @PostMapping("/{id}/switch-to")
  @Requires(Permission.POLICY_CONFIRM)
  ProfileSummary switchToProfile(
      @PathVariable String id, @Valid @RequestBody SwitchRequest request, Locale locale) {
    switchProfile.run(
        id,
        new SwitchProfile.Order(
            request.from(),
            request.reason(),
            request.documentNumber(),
            request.documentDay(),
            request.named(),
            request.until()));
    return summary(id, locale);
  }

  private Found found(String id, @Nullable String version) {
    LocalDate today = LocalDate.now(clock);
    return version == null
        ? search.get(SignedIn.get().scope(), id, today)
        : search.get(SignedIn.get().scope(), id, version, today);
  }

  private ProfileSummary summary(String id, Locale locale) {
    return views.summary(search.get(SignedIn.get().scope(), id, LocalDate.now(clock)), locale);
  }
}

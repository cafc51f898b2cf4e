package cn.sunlot.policy.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.PolicyProblem;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.domain.Confirmation.Ground;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.domain.ProfileSwitch;
import cn.sunlot.policy.store.BindingProfiles;
import cn.sunlot.policy.store.ProfileStore;
import cn.sunlot.policy.store.SwitchStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From a day on the authority works by other rules: its principal decides, with reason and the
 * document on which it rests. Tasks under way keep the version that they froze.
 */
@Component
@Transactional
public class SwitchProfile {

  /**
   * What is decided.
   *
   * @param from first day, today at the earliest: nothing that was done gets other rules afterwards
   * @param documentNumber of the document on which the switch rests
   * @param named of a draft: what the person calls it, 征求意见稿 or draft
   * @param until of a draft: the last day for which the person answers for its use
   */
  public record Order(
      LocalDate from,
      String reason,
      String documentNumber,
      LocalDate documentDay,
      @Nullable String named,
      @Nullable LocalDate until) {}

  private final ProfileStore profiles;
  private final SwitchStore switches;
  private final BindingProfiles binding;
  private final Policies policies;
  private final Organisation organisation;
  private final SwitchRights rights;
  private final Confirmations confirmations;
  private final AuditLog audit;
  private final Clock clock;

  SwitchProfile(
      ProfileStore profiles,
      SwitchStore switches,
      BindingProfiles binding,
      Policies policies,
      Organisation organisation,
      SwitchRights rights,
      Confirmations confirmations,
      AuditLog audit,
      Clock clock) {
    this.profiles = profiles;
    this.switches = switches;
    this.binding = binding;
    this.policies = policies;
    this.organisation = organisation;
    this.rights = rights;
    this.confirmations = confirmations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Switches.
   *
   * @throws Refused if the person does not decide for the authority; if the rules bind already, are
   *     not in force on that day, are made for another kind of authority, or are a draft that is
   *     not named as one; or if a value is wrong
   */
  public ProfileSwitch run(String profileId, Order order) {
    rights.demand();
    SignedIn person = SignedIn.get();
    check(order);
    KnownVersion version = version(profileId, order.from());
    Profile profile = policies.getVersion(profileId, version.version());
    String before = binding.id(person.authorityId(), order.from());
    if (before.equals(profileId)) {
      throw refuse(PolicyProblem.PROFILE_BINDS_ALREADY, profile, order.from());
    }
    demandFits(profile);
    if (version.hasEnded(order.from())) {
      throw refuse(
          PolicyProblem.PROFILE_ENDS_BEFORE, profile, String.valueOf(version.to()), order.from());
    }
    if (profile.header().draft()) {
      nameAsDraft(profile, version, order);
    }
    var one =
        new ProfileSwitch(
            Ids.next(),
            person.authorityId(),
            profileId,
            before,
            order.from(),
            order.reason().strip(),
            order.documentNumber().strip(),
            order.documentDay(),
            person.personId(),
            person.name(),
            clock.instant());
    switches.add(one);
    audit.record("profile-switched", profileId, entry(one, version));
    return one;
  }

  private static Map<String, Object> entry(ProfileSwitch one, KnownVersion version) {
    return Map.of(
        "before", one.before(),
        "version", version.version(),
        "from", one.from().toString(),
        "reason", one.reason(),
        "document", one.documentNumber(),
        "documentDay", one.documentDay().toString(),
        "switch", one.id().toString());
  }

  private KnownVersion version(String profileId, LocalDate from) {
    List<KnownVersion> versions = profiles.listVersions(profileId);
    if (versions.isEmpty()) {
      throw Refused.because(PolicyProblem.PROFILE_UNKNOWN, profileId);
    }
    return KnownVersion.of(versions, from)
        .orElseThrow(
            () -> {
              KnownVersion first = versions.get(0);
              Profile profile = policies.getVersion(profileId, first.version());
              return refuse(
                  PolicyProblem.PROFILE_NOT_IN_FORCE_YET,
                  profile,
                  String.valueOf(first.from()),
                  from);
            });
  }

  /** Rules of a single bureau know no joint conference, and a city works by one. */
  private void demandFits(Profile profile) {
    Authority authority = organisation.getAuthority(SignedIn.get().authorityId());
    boolean city = authority.kind().equals("city");
    if (city && profile.singleBureau().value()) {
      throw refuse(PolicyProblem.PROFILE_OF_ONE_BUREAU, profile)
          .by(profile.singleBureau().clauses());
    }
  }

  private void nameAsDraft(Profile profile, KnownVersion version, Order order) {
    List<WrongValue> wrong = new ArrayList<>();
    String named = Objects.requireNonNullElse(order.named(), "");
    LocalDate until = order.until();
    if (!ConfirmDraftProfile.isNamed(named)) {
      wrong.add(WrongValue.of("named", named, "policy.wrong.named"));
    }
    if (until == null || until.isBefore(order.from())) {
      wrong.add(
          WrongValue.of(
              "until",
              until == null ? "" : until.toString(),
              "policy.wrong.draft-until",
              order.from().toString()));
    }
    if (until == null || !wrong.isEmpty()) {
      throw refuse(PolicyProblem.DRAFT_NOT_NAMED, profile).naming(wrong);
    }
    var confirmation = confirmations.add(version, Ground.DRAFT, List.of(), order.reason(), until);
    audit.record("draft-profile-confirmed", version.profileId(), Confirmations.entry(confirmation));
  }

  private void check(Order order) {
    LocalDate today = LocalDate.now(clock);
    List<WrongValue> wrong = new ArrayList<>();
    if (order.from().isBefore(today)) {
      wrong.add(
          WrongValue.of("from", order.from().toString(), "policy.wrong.from", today.toString()));
    }
    if (order.reason().isBlank()) {
      wrong.add(WrongValue.of("reason", "", "policy.wrong.switch-reason"));
    }
    if (order.documentNumber().isBlank()) {
      wrong.add(WrongValue.of("documentNumber", "", "policy.wrong.document-number"));
    }
    if (order.documentDay().isAfter(today)) {
      wrong.add(
          WrongValue.of(
              "documentDay",
              order.documentDay().toString(),
              "policy.wrong.document-day",
              today.toString()));
    }
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
  }

  /** The texts name the rules in the reader's language first. */
  private static Refused refuse(PolicyProblem problem, Profile profile, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of(profile.header().title().zh(), profile.header().title().en()));
    for (Object one : more) {
      arguments.add(String.valueOf(one));
    }
    return Refused.because(problem, arguments.toArray());
  }
}

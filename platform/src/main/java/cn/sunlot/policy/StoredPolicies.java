package cn.sunlot.policy;

import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.Profile.ChainLink;
import cn.sunlot.policy.domain.Confirmation.Ground;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.profiles.ProfileFiles;
import cn.sunlot.policy.store.BindingProfiles;
import cn.sunlot.policy.store.ProfileStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Profiles from the table of what was loaded; a version never changes, so what was read once is
 * kept.
 */
@Component
@Transactional(readOnly = true)
class StoredPolicies implements Policies {

  private record Key(String id, String version) {}

  private final ProfileStore store;
  private final BindingProfiles binding;
  private final Organisation organisation;
  private final ClauseWords words;
  private final Map<Key, Profile> read = new ConcurrentHashMap<>();

  StoredPolicies(
      ProfileStore store, BindingProfiles binding, Organisation organisation, ClauseWords words) {
    this.store = store;
    this.binding = binding;
    this.organisation = organisation;
    this.words = words;
  }

  @Override
  public Profile getProfile(UUID authorityId, LocalDate date) {
    String id = binding.id(authorityId, date);
    KnownVersion version = version(id, date);
    Profile profile = getVersion(id, version.version());
    demandBinding(authorityId, profile, version, date);
    return profile;
  }

  @Override
  public Profile getProfile(UUID authorityId, String regionCode, LocalDate date) {
    return refinement(authorityId, regionCode, date).orElseGet(() -> getProfile(authorityId, date));
  }

  @Override
  public Profile getProfile(
      UUID authorityId, String regionCode, LocalDate date, Inspections inspections) {
    if (inspections == Inspections.OWN) {
      Optional<Profile> other = underJointRules(authorityId, date);
      if (other.isPresent()) {
        return other.get();
      }
    }
    return getProfile(authorityId, regionCode, date);
  }

  @Override
  public Profile getProfileOf(UUID departmentId, LocalDate date, Inspections inspections) {
    Department department = organisation.getDepartment(departmentId);
    return getProfile(department.authorityId(), region(department), date, inspections);
  }

  @Override
  public Optional<Profile> findProfile(UUID authorityId, LocalDate date) {
    String id = binding.id(authorityId, date);
    return KnownVersion.of(store.listVersions(id), date)
        .filter(v -> lack(authorityId, getVersion(id, v.version()), v, date).isEmpty())
        .map(v -> getVersion(id, v.version()));
  }

  @Override
  public Optional<Profile> findProfileOf(
      UUID departmentId, LocalDate date, Inspections inspections) {
    Department department = organisation.getDepartment(departmentId);
    UUID authorityId = department.authorityId();
    Optional<Profile> other =
        inspections == Inspections.OWN ? underJointRules(authorityId, date) : Optional.empty();
    return other.or(
        () ->
            findProfile(authorityId, date)
                .map(own -> refinement(authorityId, region(department), date).orElse(own)));
  }

  @Override
  public String getProfileId(UUID departmentId, LocalDate date) {
    Department department = organisation.getDepartment(departmentId);
    return refinement(department.authorityId(), region(department), date)
        .map(Profile::id)
        .orElseGet(() -> binding.id(department.authorityId(), date));
  }

  @Override
  public Texts getTitle(String id) {
    List<KnownVersion> versions = store.listVersions(id);
    if (versions.isEmpty()) {
      throw Refused.because(PolicyProblem.PROFILE_UNKNOWN, id);
    }
    return getVersion(id, versions.get(versions.size() - 1).version()).header().title();
  }

  @Override
  public Profile getVersion(String id, String version) {
    return read.computeIfAbsent(new Key(id, version), key -> restore(id, version));
  }

  private Profile restore(String id, String version) {
    Profile profile =
        store
            .findFiles(id, version)
            .map(files -> ProfileFiles.restore(id, files))
            .orElseThrow(() -> Refused.because(PolicyProblem.PROFILE_UNKNOWN, id + " " + version));
    words.learn(profile);
    return profile;
  }

  /** The region of a section is that of its department. */
  private String region(Department department) {
    Department body = department;
    while (body.region() == null && body.parentId() != null) {
      body = organisation.getDepartment(body.parentId());
    }
    String region = body.region();
    return region == null ? organisation.getAuthority(department.authorityId()).region() : region;
  }

  /** A county's rules, while they bind; otherwise those of its authority hold unrefined. */
  private Optional<Profile> refinement(UUID authorityId, String regionCode, LocalDate date) {
    String own = binding.id(authorityId, date);
    return store.listLatest(date).stream()
        .filter(v -> !v.profileId().equals(own))
        .filter(
            v -> {
              Profile profile = getVersion(v.profileId(), v.version());
              return profile.refines(own, regionCode)
                  && lack(authorityId, profile, v, date).isEmpty();
            })
        .map(v -> getVersion(v.profileId(), v.version()))
        .findFirst();
  }

  /**
   * What holds for a department's own inspections where the regulation speaks of joint ones only,
   * also while it is a draft, has expired or is yet to come: the nearest of the rules under it that
   * do not.
   */
  private Optional<Profile> underJointRules(UUID authorityId, LocalDate date) {
    String id = binding.id(authorityId, date);
    List<KnownVersion> versions = store.listVersions(id);
    Profile profile =
        KnownVersion.of(versions, date)
            .or(() -> versions.stream().findFirst())
            .map(version -> getVersion(id, version.version()))
            .orElse(null);
    if (profile == null || profile.header().appliesTo() != Inspections.JOINT) {
      return Optional.empty();
    }
    List<ChainLink> chain = profile.chain();
    for (int i = chain.size() - 1; i >= 0; i--) {
      ChainLink link = chain.get(i);
      Profile other = link.id().equals(id) ? profile : getVersion(link.id(), link.version());
      if (other.header().appliesTo() != Inspections.JOINT) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private KnownVersion version(String id, LocalDate date) {
    List<KnownVersion> versions = store.listVersions(id);
    if (versions.isEmpty()) {
      throw Refused.because(PolicyProblem.PROFILE_UNKNOWN, id);
    }
    return KnownVersion.of(versions, date).orElseThrow(() -> notYet(versions.get(0), date));
  }

  private void demandBinding(
      UUID authorityId, Profile profile, KnownVersion version, LocalDate date) {
    Optional<Ground> lack = lack(authorityId, profile, version, date);
    if (lack.isPresent()) {
      throw lack.get() == Ground.DRAFT ? draft(profile) : expired(profile, version, date);
    }
  }

  /** What somebody would have to answer for by name, and nobody does. */
  private Optional<Ground> lack(
      UUID authorityId, Profile profile, KnownVersion version, LocalDate date) {
    return Ground.of(profile.header().draft(), version.hasEnded(date)).stream()
        .filter(ground -> !isConfirmed(authorityId, version, ground, date))
        .findFirst();
  }

  private boolean isConfirmed(
      UUID authorityId, KnownVersion version, Ground ground, LocalDate date) {
    return store.listConfirmations(authorityId, version.profileId(), version.version()).stream()
        .anyMatch(c -> c.ground() == ground && c.covers(date));
  }

  private Refused notYet(KnownVersion first, LocalDate date) {
    Profile profile = getVersion(first.profileId(), first.version());
    return Refused.because(
        PolicyProblem.PROFILE_NOT_IN_FORCE_YET,
        profile.header().title().zh(),
        profile.header().title().en(),
        String.valueOf(first.from()),
        date.toString());
  }

  private static Refused draft(Profile profile) {
    return Refused.because(
        PolicyProblem.PROFILE_IS_DRAFT,
        profile.header().title().zh(),
        profile.header().title().en());
  }

  private static Refused expired(Profile profile, KnownVersion version, LocalDate date) {
    Validity valid = profile.header().valid();
    List<String> clauses = valid == null ? List.of() : valid.clauses();
    return Refused.because(
            PolicyProblem.PROFILE_EXPIRED,
            profile.header().title().zh(),
            profile.header().title().en(),
            String.valueOf(version.to()),
            date.toString())
        .by(clauses);
  }
}

package cn.sunlot.policy;

import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.profiles.ProfileFiles;
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
  private final Organisation organisation;
  private final ClauseWords words;
  private final Map<Key, Profile> read = new ConcurrentHashMap<>();

  StoredPolicies(ProfileStore store, Organisation organisation, ClauseWords words) {
    this.store = store;
    this.organisation = organisation;
    this.words = words;
  }

  @Override
  public Profile getProfile(UUID authorityId, LocalDate date) {
    String id = organisation.getAuthority(authorityId).profileId();
    List<KnownVersion> versions = store.listVersions(id);
    if (versions.isEmpty()) {
      throw Refused.because(PolicyProblem.PROFILE_UNKNOWN, id);
    }
    KnownVersion version =
        KnownVersion.of(versions, date).orElseThrow(() -> notYet(versions.get(0), date));
    Profile profile = getVersion(id, version.version());
    if (version.hasEnded(date) && !isConfirmed(authorityId, version, date)) {
      throw expired(profile, version, date);
    }
    return profile;
  }

  @Override
  public Optional<Profile> findProfile(UUID authorityId, LocalDate date) {
    String id = organisation.getAuthority(authorityId).profileId();
    return KnownVersion.of(store.listVersions(id), date)
        .filter(v -> !v.hasEnded(date) || isConfirmed(authorityId, v, date))
        .map(v -> getVersion(id, v.version()));
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

  private boolean isConfirmed(UUID authorityId, KnownVersion version, LocalDate date) {
    return store.listConfirmations(authorityId, version.profileId(), version.version()).stream()
        .anyMatch(c -> c.covers(date));
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

package cn.sunlot.policy.store;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.policy.PolicyProblem;
import cn.sunlot.policy.domain.Confirmation;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.domain.ProfileState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Profiles as an authority sees them. */
@Repository
@Transactional(readOnly = true)
public class ProfileSearch {

  /**
   * A profile on a day.
   *
   * @param version the version that speaks for the day
   * @param confirmation who answers for its use although it has expired, or null
   */
  public record Found(
      KnownVersion version, ProfileState state, @Nullable Confirmation confirmation) {}

  private final ProfileStore store;

  ProfileSearch(ProfileStore store) {
    this.store = store;
  }

  /** Every profile, by id. */
  public List<Found> list(Scope scope, LocalDate day) {
    return store.listIds().stream().map(id -> get(scope, id, day)).toList();
  }

  /**
   * One profile.
   *
   * @throws Refused if there is none with this id
   */
  public Found get(Scope scope, String id, LocalDate day) {
    List<KnownVersion> versions = store.listVersions(id);
    if (versions.isEmpty()) {
      throw Refused.because(PolicyProblem.PROFILE_UNKNOWN, id);
    }
    KnownVersion version = KnownVersion.of(versions, day).orElse(versions.get(0));
    Optional<Confirmation> confirmation =
        store.listConfirmations(scope.authorityId(), id, version.version()).stream()
            .filter(c -> c.covers(day))
            .findFirst();
    return new Found(
        version,
        ProfileState.of(version, confirmation.isPresent(), day),
        version.hasEnded(day) ? confirmation.orElse(null) : null);
  }
}

package cn.sunlot.policy.store;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.PolicyProblem;
import cn.sunlot.policy.domain.Confirmation;
import cn.sunlot.policy.domain.Confirmation.Ground;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.domain.ProfileState;
import cn.sunlot.policy.domain.ProfileSwitch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
   * @param confirmation who answers for its use although it has expired or is a draft, or null
   */
  public record Found(
      KnownVersion version, ProfileState state, @Nullable Confirmation confirmation) {}

  /** A version and since when the platform has it. */
  public record Loaded(KnownVersion version, Instant loadedAt) {}

  private final ProfileStore store;
  private final SwitchStore switches;
  private final Policies policies;

  ProfileSearch(ProfileStore store, SwitchStore switches, Policies policies) {
    this.store = store;
    this.switches = switches;
    this.policies = policies;
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
    return found(scope, KnownVersion.of(versions, day).orElse(versions.get(0)), day);
  }

  /**
   * One version of a profile, whatever day it speaks for.
   *
   * @throws Refused if there is none with this id and version
   */
  public Found get(Scope scope, String id, String version, LocalDate day) {
    KnownVersion known =
        store.listVersions(id).stream()
            .filter(v -> v.version().equals(version))
            .findFirst()
            .orElseThrow(() -> Refused.because(PolicyProblem.PROFILE_UNKNOWN, id + " " + version));
    return found(scope, known, day);
  }

  /** All versions of a profile, the last loaded first. */
  public List<Loaded> listVersions(Scope scope, String id) {
    List<Loaded> versions =
        new ArrayList<>(
            store.listVersions(id).stream()
                .map(v -> new Loaded(v, store.getLoadedAt(id, v.version())))
                .toList());
    Collections.reverse(versions);
    return versions;
  }

  /** To which rules the authority has switched, the one that begins last first. */
  public List<ProfileSwitch> listSwitches(Scope scope) {
    return switches.list(scope.authorityId());
  }

  private Found found(Scope scope, KnownVersion version, LocalDate day) {
    String id = version.profileId();
    boolean draft = policies.getVersion(id, version.version()).header().draft();
    List<Ground> asked = Ground.of(draft, version.hasEnded(day));
    List<Confirmation> given =
        store.listConfirmations(scope.authorityId(), id, version.version()).stream()
            .filter(c -> asked.contains(c.ground()) && c.covers(day))
            .toList();
    Set<Ground> confirmed = given.stream().map(Confirmation::ground).collect(Collectors.toSet());
    return new Found(
        version,
        ProfileState.of(version, draft, confirmed, day),
        given.stream().findFirst().orElse(null));
  }
}

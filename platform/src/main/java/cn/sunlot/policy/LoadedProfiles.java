package cn.sunlot.policy;

import cn.sunlot.organisation.KnownProfiles;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.store.BindingProfiles;
import cn.sunlot.policy.store.ProfileStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The profiles that were loaded, for those who bind an authority to one. */
@Component
@Transactional(readOnly = true)
class LoadedProfiles implements KnownProfiles {

  private final ProfileStore store;
  private final Policies policies;
  private final BindingProfiles binding;
  private final Clock clock;

  LoadedProfiles(ProfileStore store, Policies policies, BindingProfiles binding, Clock clock) {
    this.store = store;
    this.policies = policies;
    this.binding = binding;
    this.clock = clock;
  }

  @Override
  public String getBinding(UUID authorityId) {
    return binding.id(authorityId, LocalDate.now(clock));
  }

  @Override
  public List<KnownProfile> list() {
    return store.listIds().stream().map(this::last).toList();
  }

  private KnownProfile last(String id) {
    List<KnownVersion> versions = store.listVersions(id);
    Profile.Header header =
        policies.getVersion(id, versions.get(versions.size() - 1).version()).header();
    return new KnownProfile(id, header.title().zh(), header.title().en(), header.draft());
  }
}

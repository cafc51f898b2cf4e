package cn.sunlot.policy;

import cn.sunlot.organisation.KnownProfiles;
import cn.sunlot.policy.store.ProfileStore;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The profiles that were loaded, for those who bind an authority to one. */
@Component
@Transactional(readOnly = true)
class LoadedProfiles implements KnownProfiles {

  private final ProfileStore store;

  LoadedProfiles(ProfileStore store) {
    this.store = store;
  }

  @Override
  public List<String> ids() {
    return store.listIds();
  }
}

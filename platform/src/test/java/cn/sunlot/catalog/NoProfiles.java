package cn.sunlot.catalog;

import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Lets contexts start while no module gives profiles. */
@Fallback
@Component
class NoProfiles implements Policies {

  @Override
  public Profile getProfile(UUID authorityId, LocalDate date) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Profile getVersion(String id, String version) {
    throw new UnsupportedOperationException();
  }
}

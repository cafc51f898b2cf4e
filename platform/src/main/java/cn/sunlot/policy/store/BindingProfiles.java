package cn.sunlot.policy.store;

import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.domain.ProfileSwitch;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which rules an authority works by on a day: those of its set-up until it switched to others. */
@Component
@Transactional(readOnly = true)
public class BindingProfiles {

  private final SwitchStore switches;
  private final Organisation organisation;

  BindingProfiles(SwitchStore switches, Organisation organisation) {
    this.switches = switches;
    this.organisation = organisation;
  }

  /** Id of the profile. */
  public String id(UUID authorityId, LocalDate day) {
    return switches
        .find(authorityId, day)
        .map(ProfileSwitch::profileId)
        .orElseGet(() -> organisation.getAuthority(authorityId).profileId());
  }
}

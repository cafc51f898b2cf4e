package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.store.PostStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Nobody may leave an authority without the administrators who could put it right again. */
@Component
class LastAdministrators {

  private final PostStore store;
  private final Clock clock;

  LastAdministrators(PostStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Refuses a change after which none would be left; its transaction rolls back. */
  void demandOne(UUID authorityId) {
    for (Role role : List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)) {
      if (store.countActiveEverywhere(authorityId, role, LocalDate.now(clock)) == 0) {
        throw Refused.because(
            OrganisationProblem.LAST_ADMINISTRATOR,
            new DefaultMessageSourceResolvable(AssignRoles.textKey(role)));
      }
    }
  }
}

package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.policy.Policies;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.StaffingRules;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.store.VisitStore;
import cn.sunlot.tasking.usecase.RequestStaffingChange.Order;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An inspector who will be away asks to be replaced in all visits of that time at once; each is
 * decided by itself, because each may have another leader to decide it (TZ-23, TZ-24, PDS-16).
 */
@Component
@Transactional
public class ReplaceForLeave {

  private final VisitStore visits;
  private final RequestStaffingChange request;
  private final Standing standing;
  private final Policies policies;
  private final WholeView whole;

  ReplaceForLeave(
      VisitStore visits,
      RequestStaffingChange request,
      Standing standing,
      Policies policies,
      WholeView whole) {
    this.visits = visits;
    this.request = request;
    this.standing = standing;
    this.policies = policies;
    this.whole = whole;
  }

  /**
   * Asks for each of the visits.
   *
   * @param reason listed code, or {@code other:…} with the stated case
   */
  public void run(UUID inspectorId, Collection<UUID> visitIds, String reason, String statement) {
    whole.run(
        () -> {
          for (Visit visit : visits.lockAll(new TreeSet<>(visitIds))) {
            standing.demandPart(visit);
            Way way =
                new StaffingRules(policies.getVersion(visit.profileId(), visit.profileVersion()))
                    .ways(Kind.REPLACEMENT)
                    .iterator()
                    .next();
            request.request(
                visit, new Order(Kind.REPLACEMENT, way, inspectorId, null, reason, statement));
          }
        });
  }
}

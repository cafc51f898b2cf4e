package cn.sunlot.planning.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.planning.domain.Proposal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Items that a participant brings to a joint inspection: its own ones, on the list. */
@Component
public class ParticipantItems {

  private final Catalog catalog;
  private final Organisation organisation;
  private final Clock clock;

  ParticipantItems(Catalog catalog, Organisation organisation, Clock clock) {
    this.catalog = catalog;
    this.organisation = organisation;
    this.clock = clock;
  }

  /**
   * What a department can bring: items that it owns or takes part in, in force on the line's days.
   */
  public List<ItemVersion> list(Proposal proposal, UUID department) {
    return catalog.listInForce(proposal.origin().authorityId(), day(proposal)).stream()
        .filter(
            item ->
                item.participants().contains(department)
                    || organisation.getBody(item.departmentId()).id().equals(department))
        .toList();
  }

  void demand(Proposal proposal, UUID department, List<UUID> itemVersionIds) {
    List<UUID> own = list(proposal, department).stream().map(ItemVersion::id).toList();
    List<WrongValue> wrong =
        itemVersionIds.stream()
            .filter(id -> !own.contains(id))
            .map(
                id ->
                    WrongValue.of(
                        "itemVersionIds",
                        id.toString(),
                        "planning.field.item-not-own",
                        organisation.getDepartment(department).name()))
            .toList();
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
  }

  private LocalDate day(Proposal proposal) {
    return PlanChecks.day(proposal.line(), LocalDate.now(clock));
  }
}

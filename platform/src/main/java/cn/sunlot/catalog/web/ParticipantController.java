package cn.sunlot.catalog.web;

import cn.sunlot.catalog.usecase.ListParticipants;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Departments to choose from when a joint item is drafted. */
@RestController
@RequestMapping("/api/item-participants")
class ParticipantController {

  private final ListParticipants participants;

  ParticipantController(ListParticipants participants) {
    this.participants = participants;
  }

  /** Other departments of the region of one's own; none where there is no joint list. */
  @GetMapping
  @Requires(Permission.CATALOG_EDIT)
  List<NamedId> listItemParticipants() {
    return participants.run().stream().map(d -> new NamedId(d.id(), d.name())).toList();
  }
}

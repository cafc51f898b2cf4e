package cn.sunlot.drawing.web;

import cn.sunlot.kernel.NamedId;
import cn.sunlot.organisation.Organisation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names for ids: responses never hold bare ids of people and sections. */
@Component
class People {

  private final Organisation organisation;

  People(Organisation organisation) {
    this.organisation = organisation;
  }

  NamedId person(UUID id) {
    return new NamedId(id, organisation.getPerson(id).name());
  }

  @Nullable NamedId personOrNull(@Nullable UUID id) {
    return id == null ? null : person(id);
  }

  NamedId department(UUID id) {
    return new NamedId(id, organisation.getDepartment(id).name());
  }
}

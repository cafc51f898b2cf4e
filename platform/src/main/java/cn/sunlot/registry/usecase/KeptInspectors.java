package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.registry.domain.KnownInspector;
import cn.sunlot.registry.store.InspectorStore;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Each department or bureau keeps the register of its own inspectors, whichever their section. */
@Component
public class KeptInspectors {

  private final InspectorStore store;
  private final Organisation organisation;

  KeptInspectors(InspectorStore store, Organisation organisation) {
    this.store = store;
    this.organisation = organisation;
  }

  /**
   * The inspector, if the department of the person on this thread keeps their entry.
   *
   * @throws Refused {@code ONLY_TO_LOOK_AT} if another department does; {@code NOT_FOUND}
   */
  KnownInspector get(UUID id) {
    KnownInspector inspector = store.get(id);
    if (!isOwn(inspector.content().departmentId())) {
      throw Refused.because(KernelProblem.ONLY_TO_LOOK_AT, inspector.content().name());
    }
    return inspector;
  }

  /** Whether a section is of the department of the person on this thread. */
  public boolean isOwn(UUID departmentId) {
    return listOwn().stream().anyMatch(d -> d.id().equals(departmentId));
  }

  /** Those of the department of the person on this thread. */
  List<Inspector> ownOf(List<Inspector> inspectors) {
    Set<UUID> own = listOwn().stream().map(Department::id).collect(Collectors.toSet());
    return inspectors.stream().filter(i -> own.contains(i.departmentId())).toList();
  }

  private List<Department> listOwn() {
    return organisation.listBody(SignedIn.get().departmentId());
  }
}

package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.domain.SavedList;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.SavedListStore;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a list of targets under a name, for oneself or for the department. */
@Component
@Transactional
public class KeepList {

  private final SavedListStore store;

  KeepList(SavedListStore store) {
    this.store = store;
  }

  /** Those that the person has; the own ones and those of the department. */
  public List<SavedList> run(
      String name, TargetListFilter filter, String sort, List<String> columns, boolean shared) {
    SignedIn person = SignedIn.get();
    store.save(
        new SavedList(
            Ids.next(),
            person.authorityId(),
            person.departmentId(),
            new NamedId(person.personId(), person.name()),
            name.strip(),
            filter,
            sort,
            columns,
            shared));
    return list();
  }

  /** Those that the person may choose from. */
  public List<SavedList> list() {
    SignedIn person = SignedIn.get();
    return store.list(person.personId(), person.departmentId());
  }

  /** Takes one of the own ones away. */
  public List<SavedList> remove(UUID id) {
    store.remove(id, SignedIn.get().personId());
    return list();
  }
}

package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.store.ItemSearch;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Joint items that the signed-in person coordinates, for the office that they act for (TZ-M3). */
@Component
@Transactional(readOnly = true)
public class ListCoordinated {

  private final ItemSearch search;
  private final JointOffice office;

  ListCoordinated(ItemSearch search, JointOffice office) {
    this.search = search;
    this.office = office;
  }

  /** Those in this state, by code. */
  public List<Item> run(ItemState state) {
    SignedIn person = SignedIn.get();
    return search.listJoint(person.scope(), state).stream()
        .filter(item -> office.isActedForBy(person, item))
        .toList();
  }
}

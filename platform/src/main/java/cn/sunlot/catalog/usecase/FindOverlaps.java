package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.Overlap;
import cn.sunlot.catalog.store.ItemSearch;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Other items of the same region that inspect the same as a joint one: what the office looks at
 * when it consolidates (TZ-M3).
 */
@Component
@Transactional(readOnly = true)
public class FindOverlaps {

  /** Another item, and in what it is the same. */
  public record Found(Item item, Overlap overlap) {}

  private final ItemSearch search;
  private final JointOffice office;

  FindOverlaps(ItemSearch search, JointOffice office) {
    this.search = search;
    this.office = office;
  }

  /** By code; none for a department's own item. */
  public List<Found> run(Item item) {
    if (!item.current().content().isJoint()) {
      return List.of();
    }
    String region = office.body(item.departmentId()).region();
    return search.listStanding(SignedIn.get().scope()).stream()
        .filter(other -> !other.id().equals(item.id()))
        .flatMap(other -> found(item, other))
        .filter(f -> Objects.equals(office.body(f.item().departmentId()).region(), region))
        .toList();
  }

  private static Stream<Found> found(Item item, Item other) {
    return Overlap.of(item.current().content(), other.current().content()).stream()
        .map(overlap -> new Found(other, overlap));
  }
}

package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.store.SuperiorStore;
import cn.sunlot.catalog.store.SuperiorStore.Listed;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts an item with what the superior's list says under its code (RS-2.2). */
@Component
@Transactional
public class AdoptItem {

  private final SuperiorStore lists;
  private final CreateItem create;

  AdoptItem(SuperiorStore lists, CreateItem create) {
    this.lists = lists;
    this.create = create;
  }

  /**
   * Drafts it.
   *
   * @param departmentId the section that will own it
   * @param participants departments that take part, where it is a joint item
   */
  public Item run(UUID departmentId, String code, List<UUID> participants) {
    String capitals = code.strip().toUpperCase(Locale.ROOT);
    Listed listed =
        lists
            .find(SignedIn.get().authorityId(), capitals)
            .orElseThrow(() -> Refused.because(CatalogProblem.NOT_ON_SUPERIOR_LIST, capitals));
    return create.run(departmentId, capitals, listed.entry().content().with(participants));
  }
}

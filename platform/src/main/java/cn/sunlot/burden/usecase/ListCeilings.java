package cn.sunlot.burden.usecase;

import cn.sunlot.burden.domain.PublishedCeiling;
import cn.sunlot.burden.store.CeilingStore;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ceilings that departments of an authority made public for a year. */
@Component
@Transactional(readOnly = true)
public class ListCeilings {

  private final CeilingStore store;

  ListCeilings(CeilingStore store) {
    this.store = store;
  }

  public List<PublishedCeiling> run(UUID authorityId, int year) {
    return store.listInForceOf(authorityId, year);
  }
}

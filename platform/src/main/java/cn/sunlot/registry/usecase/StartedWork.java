package cn.sunlot.registry.usecase;

import cn.sunlot.registry.domain.TargetExport;
import cn.sunlot.registry.domain.TargetTagging;
import cn.sunlot.registry.store.TargetExportStore;
import cn.sunlot.registry.store.TargetTaggingStore;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of work with a whole list, for the one who started it. */
@Component
@Transactional(readOnly = true)
public class StartedWork {

  private final TargetExportStore exports;
  private final TargetTaggingStore taggings;

  StartedWork(TargetExportStore exports, TargetTaggingStore taggings) {
    this.exports = exports;
    this.taggings = taggings;
  }

  public TargetExport get(UUID id) {
    return exports.get(id);
  }

  public TargetTagging getTagging(UUID id) {
    return taggings.get(id);
  }
}

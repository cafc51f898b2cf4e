package cn.sunlot.imports.usecase;

import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.domain.Columns;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.Import.Counts;
import cn.sunlot.imports.domain.Import.Failure;
import cn.sunlot.imports.domain.ImportCommand;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts importing a file under an assignment of columns, which is remembered. */
@Component
@Transactional
public class StartImport {

  private final ImportStore store;
  private final ImportKinds kinds;
  private final ImportSteps steps;
  private final Jobs jobs;

  StartImport(ImportStore store, ImportKinds kinds, ImportSteps steps, Jobs jobs) {
    this.store = store;
    this.kinds = kinds;
    this.steps = steps;
    this.jobs = jobs;
  }

  public Import run(UUID id, IfMatch seen, Map<String, String> mapping) {
    Import im = store.getHandled(id);
    ImportKind kind = kinds.demand(im.kind());
    seen.check(im.version());
    PreviewImport.demandRight(kind, im, mapping);
    store.keepMapping(im.authorityId(), im.kind(), Columns.headerKey(im.file().header()), mapping);
    UUID job = jobs.start(ImportWork.KIND, im.id().toString());
    var left = new ImportSteps.Left(mapping, job, rowsOnly(im), null, Failure.NONE);
    return steps.take(im, ImportCommand.START, left);
  }

  /** Of an earlier attempt only the number of rows still says something. */
  private static Counts rowsOnly(Import im) {
    return new Counts(im.counts().read(), 0, 0, 0, 0, 0, Map.of());
  }
}

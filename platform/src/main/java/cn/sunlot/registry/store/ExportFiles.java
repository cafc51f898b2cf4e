package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET_EXPORT;

import cn.sunlot.kernel.files.PersonalFiles;
import java.util.Collection;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files of exports. */
@Repository
@Transactional(readOnly = true)
class ExportFiles implements PersonalFiles {

  private final DSLContext database;

  ExportFiles(DSLContext database) {
    this.database = database;
  }

  @Override
  public Set<String> among(Collection<String> sha256s) {
    return database
        .select(TARGET_EXPORT.FILE_SHA256)
        .from(TARGET_EXPORT)
        .where(TARGET_EXPORT.FILE_SHA256.in(sha256s))
        .fetchSet(TARGET_EXPORT.FILE_SHA256);
  }
}

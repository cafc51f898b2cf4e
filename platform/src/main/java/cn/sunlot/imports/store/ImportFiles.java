package cn.sunlot.imports.store;

import static cn.sunlot.imports.store.jooq.Tables.IMPORT;

import cn.sunlot.kernel.files.PersonalFiles;
import java.util.Collection;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files that were sent in, and the workbooks of rows to correct. */
@Repository
@Transactional(readOnly = true)
class ImportFiles implements PersonalFiles {

  private final DSLContext database;

  ImportFiles(DSLContext database) {
    this.database = database;
  }

  @Override
  public Set<String> among(Collection<String> sha256s) {
    return database
        .select(IMPORT.FILE_SHA256)
        .from(IMPORT)
        .where(IMPORT.FILE_SHA256.in(sha256s))
        .union(
            database
                .select(IMPORT.ERROR_SHA256)
                .from(IMPORT)
                .where(IMPORT.ERROR_SHA256.in(sha256s)))
        .fetchSet(IMPORT.FILE_SHA256);
  }
}

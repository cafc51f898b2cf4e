package cn.sunlot.fieldwork.store;

import static cn.sunlot.fieldwork.store.jooq.Tables.EVIDENCE;

import cn.sunlot.kernel.files.PersonalFiles;
import java.util.Collection;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Photos, recordings and documents of visits: they show and name people. */
@Repository
@Transactional(readOnly = true)
class EvidenceFiles implements PersonalFiles {

  private final DSLContext database;

  EvidenceFiles(DSLContext database) {
    this.database = database;
  }

  @Override
  public Set<String> among(Collection<String> sha256s) {
    return database
        .select(EVIDENCE.SHA256)
        .from(EVIDENCE)
        .where(EVIDENCE.SHA256.in(sha256s))
        .fetchSet(EVIDENCE.SHA256);
  }
}

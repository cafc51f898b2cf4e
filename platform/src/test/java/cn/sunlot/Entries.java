package cn.sunlot;

import static cn.sunlot.audit.store.jooq.Tables.ENTRY;

import cn.sunlot.kernel.access.SystemWork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the record holds of a bureau. */
@Component
public class Entries {

  private final DSLContext database;
  private final TransactionTemplate transaction;

  Entries(DSLContext database, TransactionTemplate transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  /** Payloads of the entries of a type, the first one first. */
  public List<String> payloads(Bureau bureau, String type) {
    return SystemWork.run(
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    s ->
                        database
                            .select(ENTRY.PAYLOAD)
                            .from(ENTRY)
                            .where(ENTRY.TYPE.eq(type))
                            .and(ENTRY.ORG.eq(bureau.authorityId().toString()))
                            .orderBy(ENTRY.ID)
                            .fetch(r -> new String(r.value1(), StandardCharsets.UTF_8)))));
  }
}

package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;

import cn.sunlot.registry.store.jooq.tables.records.TargetRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Contacts that are not sealed yet. */
@Repository
@Transactional
public class ClearContactsStore {

  private static final int AT_A_TIME = 5_000;

  private static final String SEAL =
      """
      UPDATE registry.target t SET contact = s.contact
      FROM unnest(CAST(? AS uuid[]), CAST(? AS text[])) AS s (id, contact)
      WHERE t.id = s.id
      """;

  private final DSLContext database;
  private final Contacts contacts;

  ClearContactsStore(DSLContext database, Contacts contacts) {
    this.database = database;
    this.contacts = contacts;
  }

  /** Seals a few thousand; says how many, 0 when there are no more. */
  public int sealSome() {
    List<TargetRecord> some =
        database
            .selectFrom(TARGET)
            .where(TARGET.CONTACT.notLike(Contacts.SEALED + "%"))
            .orderBy(TARGET.ID)
            .limit(AT_A_TIME)
            .forUpdate()
            .fetch();
    if (some.isEmpty()) {
      return 0;
    }
    return database.execute(
        SEAL,
        some.stream().map(TargetRecord::getId).toArray(UUID[]::new),
        some.stream()
            .map(r -> contacts.seal(r.getUnitId(), r.getContact()))
            .toArray(String[]::new));
  }
}

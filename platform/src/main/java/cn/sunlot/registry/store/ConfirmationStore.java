package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.CONFIRMATION;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.registry.Confirmations.Confirmation;
import cn.sunlot.registry.store.jooq.tables.records.ConfirmationRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was confirmed of registries; nothing of it changes any more. */
@Repository
@Transactional
public class ConfirmationStore {

  private final DSLContext database;

  ConfirmationStore(DSLContext database) {
    this.database = database;
  }

  public void add(Confirmation added) {
    ConfirmationRecord row = database.newRecord(CONFIRMATION);
    row.setId(added.id());
    row.setAuthorityId(added.authorityId());
    row.setBodyId(added.bodyId());
    row.setDepartmentId(added.departmentId());
    row.setRegistry(Lifecycle.wireName(added.registry()));
    row.setPersonId(added.personId());
    row.setPersonName(added.personName());
    row.setPost(added.post());
    row.setRoles(added.roles().toArray(String[]::new));
    row.setCounted(added.counted());
    row.setNote(added.note());
    row.setConfirmedAt(added.at());
    row.insert();
  }

  /** The newest ones of a body, newest first. */
  public List<Confirmation> list(UUID bodyId, KeptRegistry registry, int most) {
    return database
        .selectFrom(CONFIRMATION)
        .where(CONFIRMATION.BODY_ID.eq(bodyId))
        .and(CONFIRMATION.REGISTRY.eq(Lifecycle.wireName(registry)))
        .orderBy(CONFIRMATION.CONFIRMED_AT.desc(), CONFIRMATION.ID.desc())
        .limit(most)
        .fetch(ConfirmationStore::read);
  }

  private static Confirmation read(ConfirmationRecord r) {
    return new Confirmation(
        r.getId(),
        r.getAuthorityId(),
        r.getBodyId(),
        r.getDepartmentId(),
        Lifecycle.parse(KeptRegistry.class, r.getRegistry()),
        r.getPersonId(),
        r.getPersonName(),
        r.getPost(),
        List.of(r.getRoles()),
        r.getCounted(),
        r.getNote(),
        r.getConfirmedAt());
  }
}

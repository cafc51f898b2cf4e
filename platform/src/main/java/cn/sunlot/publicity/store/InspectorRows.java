package cn.sunlot.publicity.store;

import static cn.sunlot.publicity.store.jooq.Tables.INSPECTOR;

import cn.sunlot.policy.InspectorRules.PublicField;
import cn.sunlot.publicity.store.jooq.tables.records.InspectorRecord;
import cn.sunlot.registry.Registry.Inspector;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Inspectors with their public fields. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class InspectorRows {

  /** An inspector and where they serve. */
  public record Row(Inspector inspector, Owner owner) {}

  private final DSLContext database;

  InspectorRows(DSLContext database) {
    this.database = database;
  }

  /** Puts these rows in place of all of the authority's, with these fields and no other. */
  public void replace(UUID authorityId, List<Row> rows, Set<PublicField> fields) {
    database.deleteFrom(INSPECTOR).where(INSPECTOR.AUTHORITY_ID.eq(authorityId)).execute();
    database.batchInsert(rows.stream().map(row -> row(row, fields)).toList()).execute();
  }

  private static InspectorRecord row(Row from, Set<PublicField> fields) {
    Inspector inspector = from.inspector();
    InspectorRecord row = new InspectorRecord();
    row.setId(inspector.id());
    row.setAuthorityId(inspector.authorityId());
    row.setAuthority(from.owner().authority());
    row.setBody(from.owner().body());
    row.setDepartment(from.owner().department());
    row.set(INSPECTOR.NAME, only(PublicField.NAME, fields, inspector.name()));
    row.set(INSPECTOR.SEX, only(PublicField.SEX, fields, inspector.sex()));
    row.set(INSPECTOR.POST, only(PublicField.POST, fields, inspector.post()));
    row.set(
        INSPECTOR.LICENCE_NUMBER,
        only(PublicField.LICENCE_NUMBER, fields, inspector.licenceNumber()));
    return row;
  }

  private static @Nullable String only(PublicField field, Set<PublicField> fields, String value) {
    return fields.contains(field) ? value : null;
  }
}

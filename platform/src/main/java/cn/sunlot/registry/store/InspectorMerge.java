package cn.sunlot.registry.store;

import cn.sunlot.imports.ImportKind.Context;
import cn.sunlot.imports.ImportKind.Merged;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Merges staged inspectors; who is listed again is active again. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class InspectorMerge {

  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('registry.inspector:' || ?, 0))";

  private static final String CHANGE =
      """
      WITH incoming AS (
        SELECT i.id, s.id AS change_id,
          i.name AS old_name, s.name AS new_name,
          i.sex AS old_sex, coalesce(s.sex, i.sex) AS new_sex,
          i.post AS old_post, coalesce(s.post, i.post) AS new_post,
          i.department_id AS old_department, s.section_id AS new_department,
          i.licence_until AS old_until, s.licence_until AS new_until,
          i.qualifications AS old_qualifications,
          coalesce(s.qualifications, i.qualifications) AS new_qualifications,
          i.licence_kind AS old_kind, coalesce(s.licence_kind, i.licence_kind) AS new_kind,
          i.specialities AS old_specialities,
          coalesce(s.specialities, i.specialities) AS new_specialities,
          i.items AS old_items, coalesce(s.items, i.items) AS new_items,
          i.person_id AS old_person, coalesce(s.person_id, i.person_id) AS new_person,
          i.active AS old_active
        FROM registry.inspector i
        JOIN registry.inspector_staging s ON s.licence_number = i.licence_number
        WHERE i.authority_id = ? AND s.import_id = ?
        FOR UPDATE OF i
      ), differing AS (
        SELECT * FROM incoming
        WHERE (old_name, old_sex, old_post, old_department, old_until, old_qualifications,
            old_kind, old_specialities, old_items, old_person, old_active)
          IS DISTINCT FROM
          (new_name, new_sex, new_post, new_department, new_until, new_qualifications,
            new_kind, new_specialities, new_items, new_person, true)
      ), updated AS (
        UPDATE registry.inspector i SET name = new_name, sex = new_sex, post = new_post,
          department_id = new_department, licence_until = new_until,
          qualifications = new_qualifications, licence_kind = new_kind,
          specialities = new_specialities, items = new_items, person_id = new_person, active = true,
          updated_at = CAST(? AS timestamptz), version = i.version + 1
        FROM differing d WHERE d.id = i.id
      ), logged AS (
        INSERT INTO registry.inspector_change
          (id, inspector_id, authority_id, at, person_id, import_id, changes)
        SELECT change_id, id, CAST(? AS uuid), CAST(? AS timestamptz), CAST(? AS uuid),
              CAST(? AS uuid), jsonb_strip_nulls(jsonb_build_object(
          'name', CASE WHEN old_name <> new_name THEN jsonb_build_array(old_name, new_name) END,
          'sex', CASE WHEN old_sex <> new_sex THEN jsonb_build_array(old_sex, new_sex) END,
          'post', CASE WHEN old_post <> new_post THEN jsonb_build_array(old_post, new_post) END,
          'departmentId', CASE WHEN old_department <> new_department
            THEN jsonb_build_array(old_department, new_department) END,
          'licenceUntil', CASE WHEN old_until <> new_until
            THEN jsonb_build_array(old_until, new_until) END,
          'qualifications', CASE WHEN old_qualifications <> new_qualifications
            THEN jsonb_build_array(to_jsonb(old_qualifications), to_jsonb(new_qualifications)) END,
          'licenceKind', CASE WHEN old_kind <> new_kind
            THEN jsonb_build_array(old_kind, new_kind) END,
          'specialities', CASE WHEN old_specialities <> new_specialities
            THEN jsonb_build_array(to_jsonb(old_specialities), to_jsonb(new_specialities)) END,
          'items', CASE WHEN old_items <> new_items
            THEN jsonb_build_array(to_jsonb(old_items), to_jsonb(new_items)) END,
          'personId', CASE WHEN old_person IS DISTINCT FROM new_person
            THEN jsonb_build_array(coalesce(old_person::text, ''), new_person) END,
          'active', CASE WHEN NOT old_active THEN jsonb_build_array(false, true) END))
        FROM differing
      )
      SELECT (SELECT count(*) FROM incoming), (SELECT count(*) FROM differing)
      """;

  private static final String ADD =
      """
      INSERT INTO registry.inspector (id, authority_id, department_id, person_id, name, sex, post,
        licence_number, licence_until, licence_kind, qualifications, specialities, items, created_at, updated_at)
      SELECT s.id, CAST(? AS uuid), s.section_id, s.person_id, s.name, coalesce(s.sex, ''),
        coalesce(s.post, ''), s.licence_number, s.licence_until,
        coalesce(s.licence_kind, 'enforcement'), coalesce(s.qualifications, ARRAY[]::text[]),
        coalesce(s.specialities, ARRAY[]::text[]), coalesce(s.items, ARRAY[]::text[]), CAST(? AS timestamptz),
        CAST(? AS timestamptz)
      FROM registry.inspector_staging s
      WHERE s.import_id = ? AND NOT EXISTS (
        SELECT FROM registry.inspector i
        WHERE i.authority_id = ? AND i.licence_number = s.licence_number)
      """;

  private final DSLContext database;
  private final Clock clock;

  InspectorMerge(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Merges the rows of one import. */
  public Merged run(Context of) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    database.fetch(LOCK, of.authorityId().toString());
    var counted =
        database.fetchSingle(
            CHANGE,
            of.authorityId(),
            of.importId(),
            now,
            of.authorityId(),
            now,
            of.personId(),
            of.importId());
    int known = counted.get(0, Integer.class);
    int changed = counted.get(1, Integer.class);
    int added = database.execute(ADD, of.authorityId(), now, now, of.importId(), of.authorityId());
    return new Merged(added, changed, known - changed);
  }
}

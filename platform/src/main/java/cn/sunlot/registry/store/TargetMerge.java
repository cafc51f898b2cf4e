package cn.sunlot.registry.store;

import cn.sunlot.imports.ImportKind.Context;
import cn.sunlot.imports.ImportKind.Merged;
import cn.sunlot.imports.RowImports.Outcome;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.Area;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.RelationType;
import cn.sunlot.registry.store.index.TargetIndexFeeder;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Merges staged targets in a few statements, however many they are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class TargetMerge {

  /** One import of an authority at a time. */
  static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('registry.target:' || ?, 0))";

  /**
   * What the targets are to become. NULL in a staged row keeps what is known; so do the warnings of
   * fields that the file does not give. The place of a row is its own as long as it is locked, and
   * needs no look into an index.
   */
  private static final String INCOMING =
      """
      SELECT t.id, t.ctid AS place, s.id AS change_id,
        t.name AS old_name, s.name AS new_name,
        t.kind AS old_kind, coalesce(s.kind, t.kind) AS new_kind,
        t.region_code AS old_region, coalesce(s.region_code, t.region_code) AS new_region,
        t.address AS old_address, coalesce(s.address, t.address) AS new_address,
        t.risk_class AS old_risk, coalesce(s.risk_class, t.risk_class) AS new_risk,
        t.tags AS old_tags, coalesce(s.tags, t.tags) AS new_tags,
        t.status AS old_status, coalesce(s.status, t.status) AS new_status,
        t.responsible_person AS old_person,
        coalesce(s.responsible_person, t.responsible_person) AS new_person,
        t.contact AS old_contact, coalesce(s.contact, t.contact) AS new_contact,
        t.details AS old_details,
        CASE WHEN s.kind IS NOT NULL AND s.kind <> t.kind THEN coalesce(s.details, '{}')
          ELSE t.details || coalesce(s.details, '{}') END AS new_details,
        t.warnings AS old_warnings,
        CASE WHEN cardinality(t.warnings) = 0 THEN s.warnings ELSE ARRAY(
          SELECT w FROM unnest(t.warnings) AS w
          WHERE (s.region_code IS NULL AND w LIKE 'region-%')
             OR (s.address IS NULL AND w LIKE 'address-%')
          UNION SELECT unnest(s.warnings) ORDER BY 1) END AS new_warnings
      FROM registry.target t
      JOIN registry.target_staging s ON s.unit_id = t.unit_id
      WHERE t.authority_id = ? AND s.import_id = ?
      """;

  private static final String CHANGE =
      "WITH incoming AS ("
          + INCOMING
          + """
          AND (t.name <> s.name OR t.kind <> s.kind OR t.region_code <> s.region_code
            OR t.address <> s.address OR t.risk_class <> s.risk_class OR t.tags <> s.tags
            OR t.status <> s.status
            OR (s.responsible_person IS NOT NULL
              AND t.responsible_person IS DISTINCT FROM s.responsible_person)
            OR (s.contact IS NOT NULL AND t.contact IS DISTINCT FROM s.contact)
            OR (s.details IS NOT NULL AND NOT t.details @> s.details)
            OR t.warnings <> s.warnings)
          FOR UPDATE OF t
          ), differing AS (
            SELECT * FROM incoming
            WHERE (old_name, old_kind, old_region, old_address, old_risk, old_tags, old_status,
                old_person, old_contact, old_details, old_warnings)
              IS DISTINCT FROM
              (new_name, new_kind, new_region, new_address, new_risk, new_tags, new_status,
                new_person, new_contact, new_details, new_warnings)
          ), updated AS (
            UPDATE registry.target t SET name = new_name, kind = new_kind,
              region_code = new_region, address = new_address, risk_class = new_risk,
              tags = new_tags, status = new_status, responsible_person = new_person,
              contact = new_contact, details = new_details, warnings = new_warnings, updated_at = CAST(? AS timestamptz),
              version = t.version + 1
            FROM differing d WHERE d.place = t.ctid
          ), logged AS (
            INSERT INTO registry.target_change
              (id, target_id, authority_id, at, person_id, import_id, changes)
            SELECT change_id, id, CAST(? AS uuid), CAST(? AS timestamptz), CAST(? AS uuid),
              CAST(? AS uuid), jsonb_strip_nulls(jsonb_build_object(
              'name', CASE WHEN old_name <> new_name
                THEN jsonb_build_array(old_name, new_name) END,
              'kind', CASE WHEN old_kind <> new_kind
                THEN jsonb_build_array(old_kind, new_kind) END,
              'regionCode', CASE WHEN old_region <> new_region
                THEN jsonb_build_array(old_region, new_region) END,
              'address', CASE WHEN old_address <> new_address
                THEN jsonb_build_array(old_address, new_address) END,
              'riskClass', CASE WHEN old_risk <> new_risk
                THEN jsonb_build_array(old_risk, new_risk) END,
              'tags', CASE WHEN old_tags <> new_tags
                THEN jsonb_build_array(to_jsonb(old_tags), to_jsonb(new_tags)) END,
              'status', CASE WHEN old_status <> new_status
                THEN jsonb_build_array(old_status, new_status) END,
              'responsiblePerson', CASE WHEN old_person IS DISTINCT FROM new_person
                THEN jsonb_build_array(coalesce(old_person, ''), new_person) END,
              'contact', CASE WHEN old_contact IS DISTINCT FROM new_contact
                THEN jsonb_build_array(coalesce(old_contact, ''), new_contact) END,
              'warnings', CASE WHEN old_warnings <> new_warnings
                THEN jsonb_build_array(to_jsonb(old_warnings), to_jsonb(new_warnings)) END))
              || CASE WHEN old_details = new_details THEN '{}' ELSE (
                SELECT jsonb_object_agg('details.' || k, jsonb_build_array(
                  coalesce(old_details->>k, ''), coalesce(new_details->>k, '')))
                FROM jsonb_object_keys(old_details || new_details) AS k
                WHERE old_details->>k IS DISTINCT FROM new_details->>k) END
            FROM differing
          )
          SELECT count(*) FROM differing
          """;

  private static final String COUNT =
      "SELECT count(*) FROM registry.target_staging WHERE import_id = ?";

  /**
   * For this transaction: joins of a million rows in memory, without compiling them first; of a few
   * thousand by the index, which lies in memory too.
   */
  private static final String ROOM =
      "SELECT set_config('work_mem', '256MB', true), set_config('jit', 'off', true),"
          + " set_config('random_page_cost', '1.1', true)";

  /**
   * What a credit code says of the kind is as in TargetKind.of. In the order of the index that is
   * the larger, which then grows page by page; and none is added before all have been compared.
   */
  private static final String ADD =
      """
      INSERT INTO registry.target (id, authority_id, unit_id, name, kind, region_code, address,
        risk_class, tags, status, responsible_person, contact, details, warnings, created_at,
        updated_at, import_id)
      SELECT s.id, CAST(? AS uuid), s.unit_id, s.name,
        coalesce(s.kind, CASE
          WHEN length(s.unit_id) <> 18 THEN 'enterprise'
          WHEN left(s.unit_id, 2) IN ('11', '12', '13', '19') THEN 'public-institution'
          WHEN left(s.unit_id, 2) IN ('51', '52', '53', '59') THEN 'association'
          WHEN left(s.unit_id, 2) = '92' THEN 'individual-business'
          WHEN left(s.unit_id, 2) = '93' THEN 'cooperative'
          ELSE 'enterprise' END),
        coalesce(s.region_code, ?), coalesce(s.address, ''), coalesce(s.risk_class, 'N'),
        coalesce(s.tags, ARRAY[]::text[]), coalesce(s.status, 'active'), s.responsible_person,
        s.contact, coalesce(s.details, '{}'), s.warnings, CAST(? AS timestamptz), CAST(? AS timestamptz), s.import_id
      FROM registry.target_staging s
      WHERE s.import_id = ? AND NOT EXISTS (
        SELECT FROM registry.target t WHERE t.authority_id = ? AND t.unit_id = s.unit_id)
      ORDER BY s.unit_id
      """;

  /** Units that are registered where the person does not see them. */
  private static final String ELSEWHERE =
      """
      SELECT s.row_number, s.unit_id FROM registry.target_staging s
      JOIN registry.target t ON t.authority_id = ? AND t.unit_id = s.unit_id
      WHERE s.import_id = ? AND t.region_code <> ALL (CAST(? AS text[]))
      ORDER BY s.row_number
      """;

  /**
   * Units that were merged into others while the file was read; it told the rows of earlier ones.
   */
  private static final String MERGED =
      """
      SELECT s.row_number, s.unit_id, coalesce(o.unit_id, '') FROM registry.target_staging s
      JOIN registry.target t ON t.authority_id = ? AND t.unit_id = s.unit_id
      LEFT JOIN registry.target o ON o.id = t.merged_into
      WHERE s.import_id = ? AND t.merged_into IS NOT NULL
      ORDER BY s.row_number LIMIT 1
      """;

  private static final String OUTCOMES =
      """
      SELECT s.row_number, CASE
          WHEN t.id = s.id THEN 'ADDED'
          WHEN EXISTS (SELECT FROM registry.target_change c WHERE c.id = s.id) THEN 'CHANGED'
          ELSE 'SAME' END
      FROM registry.target_staging s
      JOIN registry.target t ON t.authority_id = ? AND t.unit_id = s.unit_id
      WHERE s.import_id = ?
      """;

  private final DSLContext database;
  private final Clock clock;
  private final TargetIndexFeeder index;
  private final WholeView view;
  private final RelationMerge relations;

  TargetMerge(
      DSLContext database,
      Clock clock,
      TargetIndexFeeder index,
      WholeView view,
      RelationMerge relations) {
    this.database = database;
    this.clock = clock;
    this.index = index;
    this.view = view;
    this.relations = relations;
  }

  /**
   * Merges the rows of one import.
   *
   * @param relations what targets can belong to
   * @param area where the person may enter targets; those without a region are of its county
   * @throws Refused if some of them are registered elsewhere
   */
  public Merged run(Context of, Area area, Collection<RelationType> relations) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    database.fetch(LOCK, of.authorityId().toString());
    database.fetch(ROOM);
    if (!area.whole()) {
      view.run(() -> demandNothingElsewhere(of, area));
    }
    demandNothingMerged(of);
    int staged = number(COUNT, of.importId());
    int changed =
        number(
            CHANGE,
            of.authorityId(),
            of.importId(),
            now,
            of.authorityId(),
            now,
            of.personId(),
            of.importId());
    int added =
        database.execute(
            ADD, of.authorityId(), county(area), now, now, of.importId(), of.authorityId());
    this.relations.run(of, relations);
    index.wakeAfterCommit();
    return new Merged(added, changed, staged - added - changed);
  }

  private void demandNothingElsewhere(Context of, Area area) {
    var elsewhere =
        database.fetch(
            ELSEWHERE, of.authorityId(), of.importId(), area.regions().toArray(String[]::new));
    if (elsewhere.isNotEmpty()) {
      throw Refused.because(
          RegistryProblem.UNIT_ELSEWHERE,
          elsewhere.get(0).get(1, String.class),
          String.valueOf(elsewhere.get(0).get(0)),
          String.valueOf(elsewhere.size()));
    }
  }

  private void demandNothingMerged(Context of) {
    database.fetch(MERGED, of.authorityId(), of.importId()).stream()
        .findFirst()
        .ifPresent(
            row -> {
              throw Refused.because(
                  RegistryProblem.UNIT_MERGED,
                  row.get(1, String.class),
                  row.get(2, String.class),
                  String.valueOf(row.get(0)));
            });
  }

  private static String county(Area area) {
    return area.regions().stream().filter(Regions::isKnown).sorted().findFirst().orElse("");
  }

  /** What became of each staged row. */
  public Map<Integer, Outcome> outcomes(Context of) {
    return database
        .fetch(OUTCOMES, of.authorityId(), of.importId())
        .intoMap(r -> r.get(0, Integer.class), r -> Outcome.valueOf(r.get(1, String.class)));
  }

  /** Waits until lists show what was merged. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public void settle() {
    index.settleAll();
  }

  private int number(String sql, Object... bindings) {
    Record row = database.fetchSingle(sql, bindings);
    return Math.toIntExact(row.get(0, Long.class));
  }
}

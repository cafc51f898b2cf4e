package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.law.LifecyclePages;
import cn.sunlot.schema.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Every edge of every lifecycle: without an entry of the record in the same transaction, the
 * database does not let the state change.
 */
@TestPropertySource(properties = "sunlot.log.origin=states.test/log")
class StatesAreLoggedTest extends StoryTest {

  /** The table and column that a lifecycle's state is kept in. */
  private static final Map<String, String> KEPT_IN =
      Map.ofEntries(
          Map.entry("ItemLifecycle", "catalog.item_version.state"),
          Map.entry("JointItemLifecycle", "catalog.item_version.state"),
          Map.entry("PlanLifecycle", "planning.plan_version.state"),
          Map.entry("JointPlanLifecycle", "planning.plan_version.state"),
          Map.entry("ProposalLifecycle", "planning.proposal.state"),
          Map.entry("DrawLifecycle", "drawing.draw.state"),
          Map.entry("TaskLifecycle", "tasking.task.state"),
          Map.entry("VisitLifecycle", "tasking.visit.state"),
          Map.entry("StaffingLifecycle", "tasking.staffing_change.state"),
          Map.entry("InvitationLifecycle", "tasking.invitation.state"),
          Map.entry("HandDownLifecycle", "tasking.hand_down.state"),
          Map.entry("RecordLifecycle", "fieldwork.visit_record.state"),
          Map.entry("ReportLifecycle", "results.report.state"),
          Map.entry("ResultLifecycle", "results.result.state"),
          Map.entry("ImportLifecycle", "imports.import.state"),
          Map.entry("ScorecardLifecycle", "credit.scorecard.state"),
          Map.entry("DuplicateLifecycle", "registry.duplicate.state"),
          Map.entry("TargetLifecycle", "registry.target.status"));

  private static final String APPROVED = ", approved_by = '00000000-0000-0000-0000-000000000001'";

  @Autowired private Importing imports;
  @Autowired private AuditLog audit;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DSLContext database;
  @Autowired private TestDatabase testDatabase;

  private void tellTheStory() throws Exception {
    JsonNode report = handedIn(endedTask());
    assertThat(report.get("id")).isNotNull();
    imports.csv(bureau, "targets", "统一社会信用代码,名称\n91370303MA3C0EXA08,阳光机械\n");
    asSuperuser(
        "INSERT INTO tasking.staffing_change (id, visit_id, authority_id, department_id, kind, way,"
            + " role, reason, statement, state, requested_by, requested_at) SELECT"
            + " gen_random_uuid(), id, authority_id, department_id, 'recusal', 'new-random-draw',"
            + " 'a-leader', '', '', 'requested', gen_random_uuid(), now() FROM tasking.visit"
            + " ORDER BY id LIMIT 1");
    asSuperuser(
        "INSERT INTO tasking.invitation (id, task_id, authority_id, department_id, deadline, state,"
            + " item_version_ids, reason, invited_by, invited_at) SELECT gen_random_uuid(), id,"
            + " authority_id, gen_random_uuid(), now(), 'invited', '{}', '', gen_random_uuid(),"
            + " now() FROM tasking.task ORDER BY id LIMIT 1");
    asSuperuser(
        "INSERT INTO tasking.hand_down (id, task_id, authority_id, from_id, region_code,"
            + " department_id, lead, state, handed_at) SELECT gen_random_uuid(), id, authority_id,"
            + " gen_random_uuid(), '370303', gen_random_uuid(), true, 'handed-down', now()"
            + " FROM tasking.task ORDER BY id LIMIT 1");
    asSuperuser(
        "INSERT INTO credit.scorecard (id, authority_id, number, state, content, drafted_by,"
            + " changed_at) VALUES (gen_random_uuid(), gen_random_uuid(), 1, 'draft', '{}',"
            + " gen_random_uuid(), now())");
    asSuperuser(
        "INSERT INTO registry.duplicate (id, authority_id, first_id, second_id, signals, weight,"
            + " differing, state, found_at) SELECT gen_random_uuid(), gen_random_uuid(),"
            + " least(a, b), greatest(a, b), '{name}', 1, '{}', 'open', now()"
            + " FROM (SELECT gen_random_uuid() AS a, gen_random_uuid() AS b) pair");
    asSuperuser(
        "INSERT INTO planning.proposal (id, authority_id, department_id, lead_id, region, number,"
            + " year, state, line, participants, focus, answers_until, by_office, drafted_by,"
            + " proposed_at, changed_at) SELECT gen_random_uuid(), authority_id, department_id,"
            + " department_id, '370300', gen_random_uuid()::text, 2026, 'draft', '{}', '{}', '',"
            + " '2026-01-31',"
            + " false, gen_random_uuid(), now(), now() FROM planning.plan ORDER BY id LIMIT 1");
  }

  private void asSuperuser(String sql) throws SQLException {
    try (Connection connection = testDatabase.superuser().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(sql);
    }
  }

  @Test
  void every_lifecycle_says_where_its_state_is_kept() {
    assertThat(
            LifecyclePages.tables().keySet().stream()
                .map(Class::getSimpleName)
                .collect(Collectors.toSet()))
        .isEqualTo(KEPT_IN.keySet());
  }

  @Test
  @Clause({"TZ-4", "PDS-5"})
  void no_edge_of_any_lifecycle_can_be_taken_without_an_entry() throws Exception {
    tellTheStory();
    List<String> walked = new ArrayList<>();
    LifecyclePages.tables()
        .forEach(
            (type, lifecycle) ->
                lifecycle.edges().stream()
                    .filter(edge -> edge.from() != edge.to())
                    .forEach(
                        edge -> {
                          walk(String.valueOf(KEPT_IN.get(type.getSimpleName())), edge);
                          walked.add(type.getSimpleName() + " " + edge.command());
                        }));
    assertThat(walked).hasSizeGreaterThan(40);
  }

  /** What a state needs besides itself, by the constraints of its table. */
  private static String needs(String place, String state) {
    return switch (place) {
      case "drawing.draw.state" ->
          state.equals("void")
              ? ", void_cause = 'not-opened', void_reason = '', void_at = now()"
              : ", void_cause = NULL, void_reason = NULL, void_at = NULL, void_approver = NULL";
      case "catalog.item_version.state" -> itemNeeds(state);
      case "credit.scorecard.state" ->
          state.equals("approved")
              ? APPROVED + ", from_day = '2026-01-01'"
              : ", approved_by = NULL, from_day = NULL";
      case "registry.duplicate.state" ->
          ", decided_at = " + (state.equals("open") ? "NULL" : "'2026-01-01T00:00:00Z'");
      case "planning.proposal.state" ->
          ", merged_into = "
              + (state.equals("merged") ? "id" : "NULL")
              + ", plan_id = "
              + (state.equals("taken") ? "(SELECT id FROM planning.plan LIMIT 1)" : "NULL");
      case "planning.plan_version.state" ->
          APPROVED
              + ", approved_at = '2026-01-01T00:00:00Z', published_at = "
              + (state.equals("published") ? "'2026-01-02T00:00:00Z'" : "NULL");
      case "tasking.invitation.state" -> invitationNeeds(state);
      case "tasking.hand_down.state" ->
          state.equals("received")
              ? ", received_at = now(), executing_id = gen_random_uuid()"
              : ", received_at = NULL, executing_id = NULL";
      default -> "";
    };
  }

  private static String invitationNeeds(String state) {
    return ", reason = 'stated', answered_at = "
        + (state.equals("invited") ? "NULL" : "now()")
        + (state.equals("accepted")
            ? ", executing_id = gen_random_uuid(), item_version_ids = ARRAY[gen_random_uuid()]"
            : "");
  }

  private static String itemNeeds(String state) {
    boolean listed = state.equals("published") || state.equals("retired");
    return APPROVED
        + ", from_day = "
        + (listed ? "'2026-01-01'" : "NULL")
        + ", retire_reason = "
        + (state.equals("retired") ? "'ended'" : "NULL");
  }

  private void walk(String place, Edge<?, ?> edge) {
    assertThat(edge.entryType()).as("%s %s", place, edge.command()).isNotBlank();
    String table = place.substring(0, place.lastIndexOf('.'));
    String column = place.substring(place.lastIndexOf('.') + 1);
    putInto(table, column, place, Lifecycle.wireName(edge.from()));
    String change = addsRow(edge) ? newVersion(table) : update(place, table, column, edge);
    assertThatThrownBy(() -> commit(change, false))
        .as("%s: %s without an entry", place, edge.command())
        .hasStackTraceContaining("but no entry of the record says so");
    commit(change, true);
  }

  /** What was published, approved or discarded stays; a new version begins beside it. */
  private static boolean addsRow(Edge<?, ?> edge) {
    return edge.command().name().equals("NEW_VERSION")
        || edge.command().name().startsWith("ADJUST");
  }

  private static String newVersion(String table) {
    return """
        INSERT INTO %1$s SELECT (jsonb_populate_record(v, jsonb_build_object(
          'id', gen_random_uuid(), 'number', (SELECT max(number) + 1 FROM %1$s), 'state', 'draft',
          'from_day', NULL, 'retire_reason', NULL, 'published_at', NULL))).* FROM %1$s v
          ORDER BY id LIMIT 1
        """
        .formatted(table);
  }

  private static String update(String place, String table, String column, Edge<?, ?> edge) {
    String to = Lifecycle.wireName(edge.to());
    return ("UPDATE %s SET %s = '%s'%s WHERE id ="
            + " (SELECT id FROM %s WHERE %s = '%s' ORDER BY id LIMIT 1)")
        .formatted(
            table, column, to, needs(place, to), table, column, Lifecycle.wireName(edge.from()));
  }

  /** A row that is in this state, whatever it was in. */
  private void putInto(String table, String column, String place, String state) {
    try {
      asSuperuser(
          "UPDATE %s SET %s = '%s'%s WHERE id = (SELECT id FROM %s ORDER BY id LIMIT 1)"
              .formatted(table, column, state, needs(place, state), table));
    } catch (SQLException e) {
      throw new IllegalStateException(table + " " + state, e);
    }
  }

  /** As the application, with every row visible. */
  private void commit(String update, boolean entry) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  assertThat(database.execute(update)).as(update).isOne();
                  if (entry) {
                    audit.record("signed-in", "somebody", Map.of());
                  }
                }));
  }

  @Test
  void a_fault_between_change_and_entry_leaves_neither() throws Exception {
    tellTheStory();
    String task = "SELECT state FROM tasking.task ORDER BY number LIMIT 1";
    String state = text(task);
    int before = entries();
    assertThatThrownBy(
            () ->
                SystemWork.run(
                    () ->
                        transaction.executeWithoutResult(
                            s -> {
                              database.execute(
                                  "UPDATE tasking.task SET state = 'abandoned' WHERE number ="
                                      + " (SELECT min(number) FROM tasking.task)");
                              audit.record("task-abandoned", "T-2026-0001", Map.of());
                              throw new IllegalStateException("fault");
                            })))
        .hasMessage("fault");
    assertThat(text(task)).isEqualTo(state);
    assertThat(entries()).isEqualTo(before);
  }

  private int entries() {
    return Integer.parseInt(text("SELECT count(*)::text FROM audit.entry"));
  }

  private String text(String sql) {
    return SystemWork.run(() -> Objects.requireNonNull(transaction.execute(s -> first(sql))));
  }

  private String first(String sql) {
    return Objects.requireNonNull(database.fetchSingle(sql).get(0, String.class));
  }
}

package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A drawn list cannot be changed; where a superuser does it, recomputing finds it. */
class TamperedDrawTest extends DrawTest {

  private List<String> problems(UUID id) {
    return bureau.as("officer", () -> draws.check(id)).problems();
  }

  @Test
  @Clause("PDS-15")
  void a_result_row_changed_by_a_superuser_is_found_and_named() throws Exception {
    UUID id = drawnTargets();
    DrawnTarget row = bureau.as("officer", () -> draws.listDrawnTargets(id)).get(0);
    asSuperuser("ALTER TABLE drawing.drawn_target DISABLE TRIGGER ALL");
    asSuperuser(
        "UPDATE drawing.drawn_target SET name = '熟人企业', target_id = gen_random_uuid() WHERE token = '"
            + row.token()
            + "'");
    asSuperuser("ALTER TABLE drawing.drawn_target ENABLE TRIGGER ALL");
    assertThat(problems(id)).anyMatch(p -> p.contains("熟人企业"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE drawing.outcome SET chain_value = repeat('0', 64) WHERE draw_id = '%s'",
        "UPDATE drawing.reveal SET nonce = repeat('0', 64) WHERE draw_id = '%s' AND party = 'w1'",
        "UPDATE drawing.reveal SET at = at + interval '1 day' WHERE draw_id = '%s'",
        "UPDATE drawing.commitment SET hash = repeat('0', 64) WHERE draw_id = '%s'",
        "UPDATE drawing.party SET commitment = repeat('0', 64) WHERE draw_id = '%s' AND party = 'w1'",
        "DELETE FROM drawing.drawn_target WHERE draw_id = '%s' AND position = 1",
        "UPDATE drawing.draw SET frame_key = chain_secret WHERE id = '%s'",
        "UPDATE drawing.draw SET previous_hash = repeat('0', 64) WHERE id = '%s'",
        "UPDATE drawing.draw SET frame_file = excluded_file WHERE id = '%s'"
      })
  void whatever_is_changed_behind_the_platform_is_found(String sql) throws Exception {
    UUID id = drawnTargets();
    assertThat(problems(id)).isEmpty();
    asSuperuser("SET session_replication_role = replica; " + sql.formatted(id));
    assertThat(problems(id)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE drawing.drawn_target SET position = position + 100 WHERE draw_id = '%s'",
        "DELETE FROM drawing.drawn_target WHERE draw_id = '%s'",
        "UPDATE drawing.commitment SET reveal_by = now() WHERE draw_id = '%s'",
        "UPDATE drawing.draw SET frame_key = chain_secret WHERE id = '%s'",
        "UPDATE drawing.draw SET number = 'D-2026-9999' WHERE id = '%s'",
        "DELETE FROM drawing.draw WHERE id = '%s'",
        "INSERT INTO drawing.party (draw_id, position, party, kind, name, unit, way, commitment, at, by)"
            + " VALUES ('%s', 7, 'w7', 'counsel', 'x', 'x', 'device', repeat('0', 64), now(),"
            + " gen_random_uuid())"
      })
  @Clause("ZB-9")
  void the_role_of_the_application_cannot_change_what_is_fixed(String sql) {
    UUID id = drawnTargets();
    assertThatThrownBy(
            () ->
                SystemWork.run(() -> transaction.execute(s -> database.execute(sql.formatted(id)))))
        .hasStackTraceContaining("ERROR:");
    assertThat(problems(id)).isEmpty();
  }

  @Test
  void a_second_commitment_or_a_way_back_is_refused_by_the_database_itself() throws Exception {
    UUID id = drawnTargets();
    assertThatThrownBy(
            () ->
                asSuperuser(
                    "INSERT INTO drawing.commitment SELECT draw_id, document, repeat('1', 64),"
                        + " reveal_by, open_by, at FROM drawing.commitment WHERE draw_id = '"
                        + id
                        + "'"))
        .hasMessageContaining("commitment_pkey");
    complete(id);
    assertThatThrownBy(
            () -> asSuperuser("UPDATE drawing.draw SET state = 'prepared' WHERE id = '" + id + "'"))
        .hasMessageContaining("no way back");
  }
}

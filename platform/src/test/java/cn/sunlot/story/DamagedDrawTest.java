package cn.sunlot.story;

import static cn.sunlot.publicity.store.jooq.Tables.DRAW;
import static cn.sunlot.publicity.store.jooq.Tables.TRANSCRIPT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.TestJobs;
import cn.sunlot.audit.usecase.PlaceEntries;
import cn.sunlot.publicity.usecase.RebuildPublicity;
import cn.sunlot.schema.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draw whose files were damaged behind the platform keeps no other draw from the public. */
class DamagedDrawTest extends StoryTest {

  @Autowired private PlaceEntries place;
  @Autowired private TestJobs jobs;
  @Autowired private RebuildPublicity rebuild;
  @Autowired private DSLContext database;
  @Autowired private TestDatabase testDatabase;

  private void damage(UUID draw) throws Exception {
    try (var connection = testDatabase.superuser().connect();
        var statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(
          "UPDATE drawing.draw SET frame_file = excluded_file WHERE id = '" + draw + "'");
    }
  }

  /** Whether the transcript that is public has its proofs; null where none is public. */
  private @Nullable Boolean logged(UUID draw) {
    return database
        .select(TRANSCRIPT.LOGGED)
        .from(TRANSCRIPT)
        .where(TRANSCRIPT.DRAW_ID.eq(draw))
        .fetchOne(TRANSCRIPT.LOGGED);
  }

  private List<UUID> shown(UUID... draws) {
    return database
        .select(DRAW.ID)
        .from(DRAW)
        .where(DRAW.ID.in(draws))
        .orderBy(DRAW.ID)
        .fetch(DRAW.ID);
  }

  @Test
  void the_others_are_published_with_their_proofs_and_shown_after_a_rebuild() throws Exception {
    UUID damaged = UUID.fromString(drawnOpen());
    UUID whole = UUID.fromString(drawnOpen());
    damage(damaged);
    place.run();
    jobs.runRecurring();
    assertThat(logged(damaged)).as("what was public stays").isFalse();
    assertThat(logged(whole)).isTrue();
    rebuild.run();
    assertThat(shown(damaged, whole)).containsExactly(damaged, whole);
    assertThat(logged(damaged)).isNull();
    assertThat(logged(whole)).isTrue();
  }
}

package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TRAINING;

import cn.sunlot.registry.domain.KnownInspector;
import cn.sunlot.registry.domain.Training;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Loads and saves trainings of inspectors. */
@Repository
@Transactional
public class TrainingStore {

  private final DSLContext database;
  private final Clock clock;

  TrainingStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The trainings of an inspector, the last one first. */
  public List<Training> list(UUID inspectorId) {
    return database
        .selectFrom(TRAINING)
        .where(TRAINING.INSPECTOR_ID.eq(inspectorId))
        .orderBy(TRAINING.ON_DAY.desc(), TRAINING.TOPIC)
        .fetch(
            r ->
                new Training(
                    r.getId(), r.getOnDay(), r.getHours(), r.getTopic(), r.getOrganiser()));
  }

  /** Enters one, unless that inspector has it already. */
  public boolean add(KnownInspector inspector, Training training) {
    return database
            .insertInto(TRAINING)
            .set(TRAINING.ID, training.id())
            .set(TRAINING.INSPECTOR_ID, inspector.id())
            .set(TRAINING.AUTHORITY_ID, inspector.authorityId())
            .set(TRAINING.ON_DAY, training.on())
            .set(TRAINING.HOURS, training.hours())
            .set(TRAINING.TOPIC, training.topic())
            .set(TRAINING.ORGANISER, training.organiser())
            .set(TRAINING.RECORDED_AT, clock.instant())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Takes one away that was entered by mistake. */
  public Optional<Training> remove(UUID inspectorId, UUID id) {
    Optional<Training> known =
        list(inspectorId).stream().filter(t -> t.id().equals(id)).findFirst();
    known.ifPresent(t -> database.deleteFrom(TRAINING).where(TRAINING.ID.eq(id)).execute());
    return known;
  }
}

package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.STAFFING_SETTING;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.tasking.domain.StaffingSetting;
import cn.sunlot.tasking.store.jooq.tables.records.StaffingSettingRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What departments settle for their inspectors. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class StaffingSettingStore {

  private final DSLContext database;

  StaffingSettingStore(DSLContext database) {
    this.database = database;
  }

  public Optional<StaffingSetting> find(UUID departmentId) {
    return database
        .selectFrom(STAFFING_SETTING)
        .where(STAFFING_SETTING.DEPARTMENT_ID.eq(departmentId))
        .fetchOptional(StaffingSettingStore::setting);
  }

  /** All of an authority, by department. */
  public Map<UUID, StaffingSetting> list(UUID authorityId) {
    return database
        .selectFrom(STAFFING_SETTING)
        .where(STAFFING_SETTING.AUTHORITY_ID.eq(authorityId))
        .fetchMap(STAFFING_SETTING.DEPARTMENT_ID, StaffingSettingStore::setting);
  }

  /** Saves it over the version that was seen; 0 is none yet. */
  public void save(StaffingSetting setting, UUID personId, Instant at) {
    int changed =
        database
            .insertInto(STAFFING_SETTING)
            .set(STAFFING_SETTING.DEPARTMENT_ID, setting.departmentId())
            .set(STAFFING_SETTING.AUTHORITY_ID, setting.authorityId())
            .set(STAFFING_SETTING.MONTHLY_CAP, setting.monthlyCap())
            .set(STAFFING_SETTING.NEIGHBOURS, setting.neighbours().toArray(String[]::new))
            .set(STAFFING_SETTING.CHANGED_BY, personId)
            .set(STAFFING_SETTING.CHANGED_AT, at)
            .onConflict(STAFFING_SETTING.DEPARTMENT_ID)
            .doUpdate()
            .set(STAFFING_SETTING.MONTHLY_CAP, setting.monthlyCap())
            .set(STAFFING_SETTING.NEIGHBOURS, setting.neighbours().toArray(String[]::new))
            .set(STAFFING_SETTING.CHANGED_BY, personId)
            .set(STAFFING_SETTING.CHANGED_AT, at)
            .set(STAFFING_SETTING.VERSION, STAFFING_SETTING.VERSION.plus(1))
            .where(STAFFING_SETTING.VERSION.eq(setting.version()))
            .execute();
    if (changed == 0) {
      throw Refused.because(KernelProblem.VERSION_CLASH, setting.version(), setting.version() + 1);
    }
  }

  private static StaffingSetting setting(StaffingSettingRecord r) {
    return new StaffingSetting(
        r.getDepartmentId(),
        r.getAuthorityId(),
        r.getMonthlyCap(),
        Set.of(r.getNeighbours()),
        r.getVersion());
  }
}

package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.tasking.domain.StaffingSetting;
import cn.sunlot.tasking.store.StaffingSettingStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often a department's inspectors go at most, and with which counties it draws together. */
@Component
@Transactional
public class SaveStaffingSetting {

  private static final int MOST = 200;

  private final StaffingSettingStore store;
  private final Organisation organisation;
  private final AuditLog audit;
  private final Clock clock;

  SaveStaffingSetting(
      StaffingSettingStore store, Organisation organisation, AuditLog audit, Clock clock) {
    this.store = store;
    this.organisation = organisation;
    this.audit = audit;
    this.clock = clock;
  }

  public void run(
      UUID departmentId, IfMatch seen, @Nullable Integer monthlyCap, Set<String> neighbours) {
    SignedIn person = SignedIn.get();
    if (!person.handles(departmentId)) {
      throw Refused.because(KernelProblem.ONLY_TO_LOOK_AT);
    }
    if (monthlyCap != null && (monthlyCap < 1 || monthlyCap > MOST)) {
      throw wrong("monthlyCap", monthlyCap.toString(), "tasking.wrong.cap");
    }
    for (String code : neighbours) {
      if (!Regions.isKnown(code)) {
        throw wrong("neighbours", code, "tasking.wrong.region");
      }
    }
    var department = organisation.getDepartment(departmentId);
    store.save(
        new StaffingSetting(
            departmentId, department.authorityId(), monthlyCap, neighbours, seen.version()),
        person.personId(),
        clock.instant());
    audit.record(
        "staffing-setting-saved",
        department.name(),
        Map.of(
            "monthlyCap",
            monthlyCap == null ? "" : monthlyCap.toString(),
            "neighbours",
            List.copyOf(new TreeSet<>(neighbours))));
  }

  private static Refused wrong(String field, String value, String message) {
    return Refused.because(KernelProblem.VALUES_WRONG, 1)
        .naming(List.of(WrongValue.of(field, value, message)));
  }
}

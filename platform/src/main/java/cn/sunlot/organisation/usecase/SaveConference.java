package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.JointConference;
import cn.sunlot.organisation.domain.JointConference.Seat;
import cn.sunlot.organisation.store.ConferenceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The system administrator enters the joint conference of the city or of a county. */
@Component
@Transactional
public class SaveConference {

  private final ConferenceStore store;
  private final Organisation organisation;
  private final AuditLog audit;

  SaveConference(ConferenceStore store, Organisation organisation, AuditLog audit) {
    this.store = store;
    this.organisation = organisation;
    this.audit = audit;
  }

  /**
   * Saves who sits in it; what was before stays on record.
   *
   * @param seen version 0 where there is none yet
   * @throws Refused {@code NO_CITY} in a single bureau, {@code REGION_OUTSIDE}, {@code
   *     CONFERENCE_WRONG} naming each wrong seat
   */
  public void run(String region, IfMatch seen, String name, List<Seat> seats) {
    Authority authority = organisation.getAuthority(SignedIn.get().authorityId());
    if (!authority.kind().equals("city")) {
      throw Refused.because(OrganisationProblem.NO_CITY, authority.name());
    }
    if (!Regions.isKnown(region) || !Regions.isWithin(region, authority.region())) {
      throw Refused.because(OrganisationProblem.REGION_OUTSIDE, region, authority.name());
    }
    if (!SignedIn.get().scope().area().covers(region)) {
      throw Refused.because(
          OrganisationProblem.NOT_ADMINISTERED, Regions.findName(region).orElse(region));
    }
    Optional<JointConference> before = store.lock(authority.id(), region);
    seen.check(before.map(JointConference::version).orElse(0));
    UUID id = before.map(JointConference::id).orElseGet(Ids::next);
    int version = before.map(JointConference::version).orElse(0) + 1;
    var conference = new JointConference(id, region, name, seats, version);
    demandRight(conference);
    store.save(conference, authority.id());
    audit.record(
        "conference-saved",
        id.toString(),
        Map.of("region", region, "name", name, "seats", seats.stream().map(this::line).toList()));
  }

  private void demandRight(JointConference conference) {
    List<WrongValue> wrong = new ArrayList<>(conference.wrong());
    for (int i = 0; i < conference.seats().size(); i++) {
      UUID id = conference.seats().get(i).departmentId();
      Department department = id == null ? null : organisation.getDepartment(id);
      if (department != null && !conference.region().equals(department.region())) {
        wrong.add(
            WrongValue.of("departmentId", department.name(), "organisation.wrong.seat-elsewhere")
                .inRow(i + 1));
      }
    }
    if (!wrong.isEmpty()) {
      throw Refused.because(OrganisationProblem.CONFERENCE_WRONG, wrong.size()).naming(wrong);
    }
  }

  private Map<String, String> line(Seat seat) {
    return Map.of(
        "part", Lifecycle.wireName(seat.part()),
        "department",
            seat.departmentId() == null
                ? ""
                : organisation.getDepartment(seat.departmentId()).name(),
        "person", seat.personName(),
        "title", seat.title());
  }
}

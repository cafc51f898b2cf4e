package cn.sunlot.fieldwork.web;

import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.fieldwork.usecase.Parts;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visits that a person may see: those of their departments, and those of their own teams; and the
 * part of a visit that is theirs.
 */
@Component
@Transactional(readOnly = true)
class VisibleVisits {

  private final Tasks tasks;
  private final Parts parts;

  VisibleVisits(Tasks tasks, Parts parts) {
    this.tasks = tasks;
    this.parts = parts;
  }

  /** The visit; for anybody else it does not exist. */
  Visit get(UUID visitId) {
    Visit visit = tasks.getVisit(visitId);
    parts.demandVisible(visit);
    return visit;
  }

  boolean isMember(Visit visit, SignedIn person) {
    return parts.hasMember(visit, person);
  }

  List<VisitPart> parts(Visit visit) {
    return parts.of(visit);
  }

  boolean enters(Visit visit, VisitPart part, SignedIn person) {
    return parts.enteredBy(visit, person).contains(part);
  }

  boolean reviews(Visit visit, VisitPart part, SignedIn person) {
    return parts.reviewedBy(visit, person).contains(part);
  }

  /**
   * The part that was asked for, or else the one that the person enters or reviews, or else that of
   * the leading department.
   */
  VisitPart part(Visit visit, @Nullable UUID departmentId) {
    SignedIn person = SignedIn.get();
    return departmentId != null
        ? parts.get(visit, departmentId)
        : Stream.of(
                parts.enteredBy(visit, person), parts.reviewedBy(visit, person), parts.of(visit))
            .flatMap(List::stream)
            .findFirst()
            .orElseThrow();
  }
}

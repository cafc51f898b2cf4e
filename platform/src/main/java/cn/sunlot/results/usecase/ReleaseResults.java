package cn.sunlot.results.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.Draws;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Publish;
import cn.sunlot.results.ResultsPublished;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.ResultCommand;
import cn.sunlot.results.domain.ResultLifecycle;
import cn.sunlot.results.store.ResultStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes results public, or keeps them from the public where the law forbids it; with a result its
 * target is opened in the transcript of the draw, for its visit is over.
 */
@Component
class ReleaseResults {

  private final ResultStore store;
  private final Draws draws;
  private final TaskRules rules;
  private final ReportDues dues;
  private final AuditLog audit;
  private final WholeView view;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReleaseResults(
      ResultStore store,
      Draws draws,
      TaskRules rules,
      ReportDues dues,
      AuditLog audit,
      WholeView view,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.draws = draws;
    this.rules = rules;
    this.dues = dues;
    this.audit = audit;
    this.view = view;
    this.events = events;
    this.clock = clock;
  }

  /** Publishes results of one task. */
  void publish(UUID taskId, List<Result> results) {
    Profile profile = rules.of(taskId);
    for (Result result : results) {
      var edge = ResultLifecycle.TABLE.take(result.state(), ResultCommand.PUBLISH);
      store.save(
          result.published(
              edge.to(), clock.instant(), dues.objection(profile, LocalDate.now(clock))));
      record(edge.entryType(), result, "");
    }
    Set<UUID> targets = results.stream().map(Result::targetId).collect(Collectors.toSet());
    // The draw may be another department's of the joint team.
    view.run(() -> open(taskId, targets));
    events.publishEvent(new ResultsPublished(taskId, results.stream().map(Result::id).toList()));
  }

  /** Keeps a result from the public: circulated to a limited group where the rules say so. */
  void limit(Result result, String reason) {
    boolean circulated =
        rules.of(result.taskId()).publish().value().otherwise()
            == Publish.Otherwise.LIMITED_CIRCULATION;
    limit(result, circulated ? ResultCommand.CIRCULATE : ResultCommand.WITHHOLD, reason);
  }

  void circulate(Result result, String reason) {
    limit(result, ResultCommand.CIRCULATE, reason);
  }

  private void limit(Result result, ResultCommand command, String reason) {
    var edge = ResultLifecycle.TABLE.take(result.state(), command);
    store.save(result.limited(edge.to(), reason));
    record(edge.entryType(), result, reason);
  }

  private void record(String type, Result result, String reason) {
    audit.record(
        type,
        result.number(),
        reason.isEmpty()
            ? Map.of("unit", result.unitId(), "type", result.finding().type())
            : Map.of("unit", result.unitId(), "type", result.finding().type(), "reason", reason));
  }

  private void open(UUID taskId, Set<UUID> targets) {
    draws
        .listTargetDraws(taskId)
        .forEach(
            draw ->
                draws.releaseOpenings(
                    draw.id(),
                    draws.listDrawnTargets(draw.id()).stream()
                        .map(Draws.DrawnTarget::targetId)
                        .filter(targets::contains)
                        .toList()));
  }
}

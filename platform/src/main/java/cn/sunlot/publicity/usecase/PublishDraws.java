package cn.sunlot.publicity.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.drawing.DrawClosed;
import cn.sunlot.drawing.DrawProgress;
import cn.sunlot.drawing.DrawProgress.Phase;
import cn.sunlot.drawing.DrawVoided;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.InspectorsDrawn;
import cn.sunlot.drawing.PublicDraws;
import cn.sunlot.drawing.RoundsEnded;
import cn.sunlot.drawing.TargetsDrawn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.planning.Plans;
import cn.sunlot.planning.Plans.PlanLine;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.publicity.store.DrawRows;
import cn.sunlot.publicity.store.Owner;
import cn.sunlot.publicity.store.TranscriptRows;
import cn.sunlot.publicity.store.Turns;
import cn.sunlot.tasking.TaskDrawn;
import cn.sunlot.tasking.TaskEnded;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows draws, void ones too, with numbers and transcripts, and gives the notice of a task on its
 * draw; neither names whoever was drawn (TZ-19, TZ-30, draw.md section 11).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PublishDraws {

  private final PublicDraws draws;
  private final Draws drawn;
  private final Tasks tasks;
  private final Plans plans;
  private final Catalog catalog;
  private final Policies policies;
  private final DrawRows rows;
  private final TranscriptRows transcripts;
  private final Turns turns;
  private final Owners owners;
  private final WholeView view;
  private final EachByItself each;
  private final DrawProgress progress;

  PublishDraws(
      PublicDraws draws,
      Draws drawn,
      Tasks tasks,
      Plans plans,
      Catalog catalog,
      Policies policies,
      DrawRows rows,
      TranscriptRows transcripts,
      Turns turns,
      Owners owners,
      WholeView view,
      EachByItself each,
      DrawProgress progress) {
    this.draws = draws;
    this.drawn = drawn;
    this.tasks = tasks;
    this.plans = plans;
    this.catalog = catalog;
    this.policies = policies;
    this.rows = rows;
    this.transcripts = transcripts;
    this.turns = turns;
    this.owners = owners;
    this.view = view;
    this.each = each;
    this.progress = progress;
  }

  @EventListener
  void on(TargetsDrawn event) {
    progress.say(Phase.PUBLISHING);
    view.run(() -> run(event.drawId()));
  }

  @EventListener
  void on(InspectorsDrawn event) {
    progress.say(Phase.PUBLISHING);
    view.run(() -> run(event.drawId()));
  }

  @EventListener
  void on(DrawClosed event) {
    view.run(() -> run(event.drawId()));
  }

  @EventListener
  void on(DrawVoided event) {
    view.run(() -> run(event.drawId()));
  }

  @EventListener
  void on(RoundsEnded event) {
    view.run(() -> run(event.drawId()));
  }

  @EventListener
  void on(TaskDrawn event) {
    view.run(() -> renewNotice(event.taskId()));
  }

  @EventListener
  void on(TaskEnded event) {
    view.run(() -> renewNotice(event.taskId()));
  }

  /** Shows a draw as it is now, and what its task tells with it. */
  void run(UUID drawId) {
    turns.await(drawn.getDraw(drawId).authorityId());
    Optional<PublicDraws.Shown> shown = draws.find(drawId);
    shown.ifPresent(
        s -> {
          show(s);
          boolean logged = draws.isLogged(drawId);
          transcripts.add(drawId, logged, zip -> draws.writeTranscript(drawId, zip));
          // What a notice says comes of the targets alone.
          if (s.draw().purpose().equals("targets")) {
            giveNotice(s.draw().taskId());
          }
        });
  }

  private void show(PublicDraws.Shown shown) {
    Owner owner = owners.get(shown.draw().authorityId(), shown.draw().departmentId());
    Profile rules = policies.getVersion(shown.profile().id(), shown.profile().version());
    Integer demanded = rules.draw().value().cosignatures();
    rows.replace(
        shown,
        new DrawRows.Rules(rules.title(), demanded == null ? 0 : demanded),
        beyondCap(shown.draw()),
        owner);
  }

  /** Draws may be held for others than ours. */
  private int beyondCap(Draws.Draw draw) {
    return draw.purpose().equals("targets") && tasks.findTask(draw.taskId()).isPresent()
        ? tasks.countBeyondCap(draw.taskId())
        : 0;
  }

  /**
   * Shows all draws of an authority and the notices of their tasks; a draw whose transcript cannot
   * be made is shown without it.
   */
  void runAll(UUID authorityId) {
    // Here, for a turn that is taken in a savepoint ends with it.
    turns.await(authorityId);
    for (UUID drawId : draws.list(authorityId)) {
      if (!each.run("publish its transcript", drawId, () -> run(drawId))) {
        each.run("be shown", drawId, () -> draws.find(drawId).ifPresent(this::show));
      }
    }
  }

  /** What was opened of a task's draws, and its notice, as they are now. */
  void runTask(UUID taskId) {
    drawn.listOfTask(taskId).forEach(draw -> run(draw.id()));
  }

  /** Names of the drawn targets, those too that a round dropped. */
  private List<String> names(UUID drawId) {
    return drawn.listDrawnTargets(drawId).stream().map(Draws.DrawnTarget::name).toList();
  }

  private void renewNotice(UUID taskId) {
    tasks.findTask(taskId).map(Task::authorityId).ifPresent(turns::await);
    giveNotice(taskId);
  }

  private void giveNotice(UUID taskId) {
    // A draw may be held for somebody who keeps no task here.
    tasks
        .findTask(taskId)
        .ifPresent(
            task -> {
              UUID drawId = task.targetDrawId();
              if (drawId != null && drawn.getDraw(drawId).drawnAt() != null) {
                rows.replace(notice(task, drawn.getDraw(drawId)));
              }
            });
  }

  /** A text that names somebody drawn would warn them, and name them before their result. */
  private static String unnamed(String text, List<String> names) {
    return names.stream().anyMatch(text::contains) ? "" : text;
  }

  /** Outside any plan, or by a line beside the yearly plan. */
  private static boolean isBesidePlan(Task task) {
    return !task.ground().equals("plan");
  }

  private DrawRows.Notice notice(Task task, Draws.Draw draw) {
    List<UUID> all = drawn.listTargetDraws(task.id()).stream().map(Draws.Draw::id).toList();
    // Also those of a draw that draws no rounds any more, where only the visit knows of it.
    Set<UUID> dropped = tasks.listDroppedTargets(task.id());
    long standing =
        all.stream()
            .flatMap(id -> drawn.listDrawnTargets(id).stream())
            .filter(t -> t.dropped() == null && !dropped.contains(t.targetId()))
            .count();
    List<String> names = all.stream().flatMap(id -> names(id).stream()).toList();
    Optional<PlanLine> line = Optional.ofNullable(task.planLineId()).flatMap(plans::findLine);
    return new DrawRows.Notice(
        task,
        unnamed(task.title(), names),
        owners.get(task.authorityId(), task.departmentId()),
        task.departments().stream().skip(1).map(owners::body).distinct().toList(),
        // What somebody complained of is not for the public; what several departments go out for
        // is.
        isBesidePlan(task) && task.departments().size() > 1
            ? unnamed(task.groundText(), names)
            : "",
        line,
        line.map(l -> unnamed(l.planTitle(), names)).orElse(""),
        line.map(l -> unnamed(l.title(), names)).orElse(""),
        task.itemVersionIds().stream().map(id -> catalog.getItem(id).name()).toList(),
        draw,
        Math.toIntExact(standing));
  }
}

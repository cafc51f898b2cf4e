package cn.sunlot.drawing.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.audit.PublicLog;
import cn.sunlot.draw.Party;
import cn.sunlot.drawing.DrawStepped;
import cn.sunlot.drawing.DrawVoided;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.RoundsEnded;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.DrawLifecycle;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.VoidCause;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The beginning and the end that all commands on a draw have in common. */
@Component
class DrawSteps {

  /** A draw that a command may change, with all that happened to it. */
  record Step(Draw draw, Ceremony ceremony, Edge<DrawState, DrawCommand> edge, Instant now) {}

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final WitnessRules rules;
  private final AuditLog audit;
  private final PublicLog log;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DrawSteps(
      DrawStore draws,
      CeremonyStore ceremonies,
      WitnessRules rules,
      AuditLog audit,
      PublicLog log,
      ApplicationEventPublisher events,
      Clock clock) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.rules = rules;
    this.audit = audit;
    this.log = log;
    this.events = events;
    this.clock = clock;
  }

  /** Loads the draw as the person saw it. */
  Step begin(UUID id, IfMatch seen, DrawCommand command) {
    Draw draw = draws.lock(id);
    seen.check(draw.version());
    return step(draw, command);
  }

  /** Loads the draw for a command that another module gives. */
  Step begin(UUID id, DrawCommand command) {
    return step(draws.lock(id), command);
  }

  private Step step(Draw draw, DrawCommand command) {
    if (command == DrawCommand.DRAW
        && (draw.state() == DrawState.DRAWN || draw.state() == DrawState.CLOSED)) {
      // Not merely a wrong button: nothing makes a drawn list change.
      throw Refused.because(DrawingProblem.REDRAW, draw.number())
          .by(rules.drawnOnce(draw.profile()))
          .allowing(DrawLifecycle.TABLE.allowed(draw.state()));
    }
    var edge = DrawLifecycle.TABLE.take(draw.state(), command);
    demandNotEnded(draw, command);
    if (DrawLifecycle.IN_ORDER.contains(command)) {
      demandLogged(draw);
    }
    return new Step(draw, ceremonies.get(draw.id()), edge, now());
  }

  private static void demandNotEnded(Draw draw, DrawCommand command) {
    Voidance why = draw.voidance();
    if (draw.isEnded() && why != null && DrawLifecycle.OF_ROUNDS.contains(command)) {
      throw Refused.because(DrawingProblem.ROUNDS_ENDED, draw.number(), why.reason());
    }
  }

  /**
   * What came before must be in a signed checkpoint, so that strangers see the order (draw.md
   * section 2); where the rules say so, witnesses of the log must have signed it too.
   */
  private void demandLogged(Draw draw) {
    int demanded = rules.cosignatures(draw.profile());
    PublicLog.Coverage coverage = log.cover(draw.ref(), demanded);
    if (!coverage.signed()) {
      throw Refused.because(DrawingProblem.STEP_NOT_LOGGED, draw.number());
    }
    if (coverage.cosignatures() < demanded) {
      throw Refused.because(
              DrawingProblem.STEP_NOT_COSIGNED,
              draw.number(),
              String.valueOf(coverage.cosignatures()),
              String.valueOf(demanded))
          .by(rules.drawnOnce(draw.profile()));
    }
  }

  /** Now, in whole seconds as the log writes it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Writes the entry of the step and moves the draw on. */
  void end(Step step, Map<String, ?> payload) {
    end(step, step.edge().to(), payload);
  }

  /** The same where the draw may stay in its state, because others have to follow. */
  void end(Step step, DrawState next, Map<String, ?> payload) {
    draws.save(step.draw().in(next));
    audit.record(step.draw().authorityId(), step.edge().entryType(), step.draw().ref(), payload);
    events.publishEvent(new DrawStepped(step.draw().id()));
  }

  /** Counts the version up where nothing happened yet that an entry could tell. */
  void touch(Step step) {
    draws.save(step.draw());
  }

  /** An entry besides that of the step. */
  void record(Step step, String type, Map<String, ?> payload) {
    audit.record(step.draw().authorityId(), type, step.draw().ref(), payload);
  }

  /**
   * Makes a draw void whose deadline has passed (draw.md section 2).
   *
   * @return whether it is void now
   */
  boolean lapse(Step step) {
    Optional<Voidance> why = findLapse(step.draw(), step.ceremony(), step.now());
    why.ifPresent(voidance -> voidNow(step.draw(), voidance));
    return why.isPresent();
  }

  /** What a passed deadline makes of a draw. */
  static Optional<Voidance> findLapse(Draw draw, Ceremony ceremony, Instant now) {
    if (draw.state() == DrawState.COMMITTED && now.isAfter(ceremony.getCommitted().revealBy())) {
      return Optional.of(byTheBook(VoidCause.NONCE_MISSING, ceremony.silent(), now));
    }
    if (draw.state() == DrawState.REVEALED && now.isAfter(ceremony.getCommitted().openBy())) {
      String failed = ceremony.supervisor().map(Participant::party).orElse(Party.OPERATOR);
      return Optional.of(byTheBook(VoidCause.NOT_OPENED, List.of(failed), now));
    }
    return Optional.empty();
  }

  static Voidance byTheBook(VoidCause cause, List<String> failed, Instant now) {
    return new Voidance(cause, "", failed, null, now);
  }

  /** Makes the draw void and tells everybody. */
  void voidNow(Draw draw, Voidance why) {
    var edge = DrawLifecycle.TABLE.take(draw.state(), DrawCommand.VOID);
    declare(draw.voided(why), why, edge.entryType());
    String reason = why.reason().isEmpty() ? Lifecycle.wireName(why.cause()) : why.reason();
    events.publishEvent(new DrawVoided(draw.id(), draw.taskId(), reason));
  }

  /** Makes the draw void for further rounds; what it drew stands. */
  void endRounds(Step step, Voidance why) {
    Draw draw = step.draw();
    declare(draw.ended(why), why, step.edge().entryType());
    events.publishEvent(new RoundsEnded(draw.id(), draw.taskId()));
  }

  private void declare(Draw draw, Voidance why, String entryType) {
    draws.save(draw);
    Map<String, Object> payload = new HashMap<>();
    payload.put("cause", Lifecycle.wireName(why.cause()));
    payload.put("reason", why.reason());
    payload.put("failed", why.failed());
    payload.put("approver", why.approverId() == null ? "" : why.approverId().toString());
    payload.put("commitmentHash", ceremonies.findHash(draw.id()).orElse(""));
    audit.record(draw.authorityId(), entryType, draw.ref(), payload);
    events.publishEvent(new DrawStepped(draw.id()));
  }
}

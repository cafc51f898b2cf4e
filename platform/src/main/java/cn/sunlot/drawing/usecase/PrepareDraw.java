package cn.sunlot.drawing.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Party;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.drawing.DrawStepped;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawLifecycle;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.Frozen;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Authority;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the preparation of every draw has in common: number, keys, the operator as a party. */
@Component
class PrepareDraw {

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final DrawKeys keys;
  private final DrawSettings settings;
  private final Numbers numbers;
  private final Organisation organisation;
  private final WitnessRules rules;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PrepareDraw(
      DrawStore draws,
      CeremonyStore ceremonies,
      DrawKeys keys,
      DrawSettings settings,
      Numbers numbers,
      Organisation organisation,
      WitnessRules rules,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.keys = keys;
    this.settings = settings;
    this.numbers = numbers;
    this.organisation = organisation;
    this.rules = rules;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Whose draw it is and what for. */
  record Owner(
      UUID authorityId,
      UUID departmentId,
      UUID taskId,
      String taskNumber,
      Purpose purpose,
      ProfileVersion profile,
      @Nullable Draw previous) {}

  /** What is frozen for a draw, apart from its keys. */
  record Contents(
      int poolSize,
      int frameSize,
      int excludedSize,
      Subject subject,
      @Nullable String frameFile,
      @Nullable String excludedFile,
      @Nullable String rosterFile,
      String orderFile,
      Set<String> weighted) {}

  /** A draw prepared from contents that are made with its tokens. */
  UUID run(Owner owner, Function<Units, Contents> freeze) {
    demandRoom(owner);
    Suite suite = settings.suiteOfNewDraws();
    String number = numbers.next(owner.authorityId(), "D", LocalDate.now(clock).getYear());
    String ref = number + "." + suffix(owner.authorityId());
    byte[] frameKey = keys.make();
    Contents contents = freeze.apply(new Units(suite, ref, frameKey));
    Draw draw = draw(owner, suite, number, ref, frozen(ref, contents, frameKey));
    draws.add(draw, contents.subject(), contents.weighted());
    ceremonies.add(draw.id(), operator(suite, draw), draw.preparedBy(), draw.preparedAt());
    audit.record(DrawLifecycle.PREPARED_ENTRY, ref, payload(draw));
    events.publishEvent(new DrawStepped(draw.id()));
    return draw.id();
  }

  /** ZB-9: one draw per task and purpose; after a void one that was committed, its successor. */
  private void demandRoom(Owner owner) {
    List<Draw> earlier = draws.listFor(owner.authorityId(), owner.taskNumber(), owner.purpose());
    for (Draw draw : earlier) {
      if (draw.state() != DrawState.VOID && !draw.isEnded()) {
        throw Refused.because(
                DrawingProblem.ALREADY_DRAWN_FOR_TASK, owner.taskNumber(), draw.number())
            .by(rules.drawnOnce(owner.profile()));
      }
      if (owner.previous() == null && ceremonies.findHash(draw.id()).isPresent()) {
        throw Refused.because(DrawingProblem.SUCCEED_INSTEAD, owner.taskNumber(), draw.number())
            .by(rules.drawnOnce(owner.profile()));
      }
    }
  }

  /** Region, and a number where several authorities of the installation share it. */
  private String suffix(UUID authorityId) {
    String region = organisation.getAuthority(authorityId).region();
    List<UUID> sharing =
        organisation.listAuthorities().stream()
            .filter(a -> a.region().equals(region))
            .map(Authority::id)
            .sorted(Comparator.comparing(UUID::toString))
            .toList();
    int place = sharing.indexOf(authorityId);
    return place <= 0 ? region : region + "-" + (place + 1);
  }

  private Frozen frozen(String ref, Contents contents, byte[] frameKey) {
    return new Frozen(
        contents.poolSize(),
        contents.frameSize(),
        contents.excludedSize(),
        write(contents.subject()),
        contents.frameFile(),
        contents.excludedFile(),
        contents.rosterFile(),
        contents.orderFile(),
        keys.sealFrameKey(ref, frameKey),
        keys.sealChain(ref, keys.make()));
  }

  private static byte[] write(Subject subject) {
    Json.Builder members = Json.object();
    subject.writeTo(members);
    return Jcs.write(members.build());
  }

  private Draw draw(Owner owner, Suite suite, String number, String ref, Frozen frozen) {
    Draw previous = owner.previous();
    String previousHash =
        previous == null ? "" : ceremonies.findHash(previous.id()).orElse(previous.previousHash());
    return new Draw(
        Ids.next(),
        owner.authorityId(),
        owner.departmentId(),
        1,
        number,
        ref,
        owner.purpose(),
        DrawState.PREPARED,
        owner.taskId(),
        owner.taskNumber(),
        owner.profile(),
        suite.name(),
        previous == null ? null : previous.id(),
        previousHash,
        frozen,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        SignedIn.get().personId(),
        null);
  }

  private Participant operator(Suite suite, Draw draw) {
    SignedIn person = SignedIn.get();
    Nonce nonce = new Nonce(Party.OPERATOR, java.util.HexFormat.of().formatHex(keys.make()));
    return new Participant(
        0,
        Party.OPERATOR,
        Party.OPERATOR,
        null,
        person.name(),
        organisation.getDepartment(person.departmentId()).name(),
        Participant.Way.PLATFORM,
        nonce.commitment(suite, draw.ref()),
        keys.sealNonce(draw.ref(), Party.OPERATOR, nonce.hex()),
        null);
  }

  private static Map<String, ?> payload(Draw draw) {
    return Map.of(
        "draw", draw.ref(),
        "task", draw.taskNumber(),
        "purpose", Lifecycle.wireName(draw.purpose()),
        "subject", Payloads.of(draw.frozen().subject()),
        "previous", draw.previousHash());
  }
}

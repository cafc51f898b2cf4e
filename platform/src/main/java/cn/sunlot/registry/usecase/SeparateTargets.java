package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.TargetsSeparated;
import cn.sunlot.registry.domain.ContentFields;
import cn.sunlot.registry.domain.Duplicate;
import cn.sunlot.registry.domain.Duplicate.Decided;
import cn.sunlot.registry.domain.DuplicateCommand;
import cn.sunlot.registry.domain.DuplicateLifecycle;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.Merger;
import cn.sunlot.registry.domain.Merger.By;
import cn.sunlot.registry.domain.TargetStatus;
import cn.sunlot.registry.store.DuplicateStore;
import cn.sunlot.registry.store.FollowingRelations;
import cn.sunlot.registry.store.MergerStore;
import cn.sunlot.registry.store.SubRegistryStore;
import cn.sunlot.registry.store.TargetStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a merger back: the absorbed target stands for itself again, and what it brought returns to
 * it, as far as nobody has changed it since (TZ-10).
 */
@Component
@Transactional
public class SeparateTargets {

  private final TargetStore targets;
  private final MergerStore mergers;
  private final DuplicateStore duplicates;
  private final SubRegistryStore registers;
  private final FollowingRelations following;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SeparateTargets(
      TargetStore targets,
      MergerStore mergers,
      DuplicateStore duplicates,
      SubRegistryStore registers,
      FollowingRelations following,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.targets = targets;
    this.mergers = mergers;
    this.duplicates = duplicates;
    this.registers = registers;
    this.following = following;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Separates.
   *
   * @return the absorbed target
   * @throws Refused if the survivor was itself merged on: what is under the last must come off
   *     first
   */
  public UUID run(UUID id, IfMatch seen, String reason) {
    mergers.lock(SignedIn.get().authorityId());
    Merger merger = mergers.get(id);
    seen.check(merger.version());
    String why = TargetSteps.demandReason(reason);
    KnownTarget survivor = targets.get(merger.survivorId());
    KnownTarget absorbed = targets.get(merger.absorbedId());
    Duplicate pair = duplicates.find(survivor.id(), absorbed.id()).orElseThrow();
    var edge = DuplicateLifecycle.TABLE.take(pair.state(), DuplicateCommand.SEPARATE);
    demandLast(survivor);
    By by = new By(SignedIn.get().personId(), clock.instant(), why);
    mergers.separate(merger, by);
    giveBack(merger, survivor, absorbed, by);
    duplicates.save(pair.in(edge.to(), new Decided(by.personId(), by.at(), why)));
    audit.record(
        edge.entryType(),
        survivor.unitId().value(),
        Map.of("absorbed", absorbed.unitId().value(), "reason", why));
    events.publishEvent(
        new TargetsSeparated(merger.authorityId(), id, survivor.id(), absorbed.id()));
    return absorbed.id();
  }

  private void demandLast(KnownTarget survivor) {
    mergers
        .findSurvivorId(survivor.authorityId(), survivor.unitId().value())
        .ifPresent(
            last -> {
              throw Refused.because(RegistryProblem.MERGED_ON, survivor.content().name(), last);
            });
  }

  private void giveBack(Merger merger, KnownTarget survivor, KnownTarget absorbed, By by) {
    TargetStatus before = Lifecycle.parse(TargetStatus.class, merger.moved().status());
    String one = survivor.unitId().value();
    String other = absorbed.unitId().value();
    targets.save(
        absorbed.in(before),
        by.reason(),
        Map.of(
            "status", List.of(absorbed.status().wireName(), before.wireName()),
            "mergedInto", List.of(one, "")));
    var content = ContentFields.restore(survivor.content(), merger.moved().changes());
    Map<String, List<Object>> history =
        new LinkedHashMap<>(survivor.content().differences(content));
    history.put("absorbed", List.of(other, ""));
    targets.save(survivor.saying(content), by.reason(), history);
    registers.giveBack(survivor.id(), merger.moved().places());
    following.giveBack(survivor, absorbed, merger.moved().relations());
    following.lead(survivor, absorbed, merger.moved().belonging(), by.reason());
  }
}

package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.TargetsMerged;
import cn.sunlot.registry.domain.ContentFields;
import cn.sunlot.registry.domain.Duplicate;
import cn.sunlot.registry.domain.Duplicate.Decided;
import cn.sunlot.registry.domain.DuplicateCommand;
import cn.sunlot.registry.domain.DuplicateLifecycle;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.Likeness;
import cn.sunlot.registry.domain.Merger;
import cn.sunlot.registry.domain.Merger.By;
import cn.sunlot.registry.domain.Merger.Moved;
import cn.sunlot.registry.domain.MergerRules;
import cn.sunlot.registry.domain.TargetCommand;
import cn.sunlot.registry.domain.TargetLifecycle;
import cn.sunlot.registry.domain.TargetStatus;
import cn.sunlot.registry.store.DuplicateStore;
import cn.sunlot.registry.store.FollowingRelations;
import cn.sunlot.registry.store.MergerStore;
import cn.sunlot.registry.store.SubRegistryStore;
import cn.sunlot.registry.store.TargetRelationStore;
import cn.sunlot.registry.store.TargetStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges a target into another, which stands for both from then on (TZ-10, PDS-2, ZB-6). The
 * absorbed one is never deleted: it stays as it was, and leads to the survivor.
 */
@Component
@Transactional
public class MergeTargets {

  /**
   * What a person decided.
   *
   * @param absorbed the version of the absorbed target that the person saw
   * @param taken fields of the absorbed target that are kept instead of the survivor's
   */
  public record Order(UUID absorbedId, IfMatch absorbed, Set<String> taken, String reason) {}

  private final TargetStore targets;
  private final MergerStore mergers;
  private final DuplicateStore duplicates;
  private final SubRegistryStore registers;
  private final TargetRelationStore relations;
  private final FollowingRelations following;
  private final TargetSteps steps;
  private final KindSchemas schemas;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MergeTargets(
      TargetStore targets,
      MergerStore mergers,
      DuplicateStore duplicates,
      SubRegistryStore registers,
      TargetRelationStore relations,
      FollowingRelations following,
      TargetSteps steps,
      KindSchemas schemas,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.targets = targets;
    this.mergers = mergers;
    this.duplicates = duplicates;
    this.registers = registers;
    this.relations = relations;
    this.following = following;
    this.steps = steps;
    this.schemas = schemas;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Merges.
   *
   * @throws Refused where the two cannot be one, or work is under way at one of them
   */
  public void run(UUID survivorId, IfMatch seen, Order order) {
    mergers.lock(SignedIn.get().authorityId());
    KnownTarget survivor = targets.get(survivorId);
    seen.check(survivor.version());
    KnownTarget absorbed = targets.get(order.absorbedId());
    order.absorbed().check(absorbed.version());
    String why = TargetSteps.demandReason(order.reason());
    steps.demandNotMerged(survivor);
    steps.demandNotMerged(absorbed);
    MergerRules.demand(survivor, absorbed, order.taken());
    demandUnrelated(survivor, absorbed);
    By by = new By(SignedIn.get().personId(), clock.instant(), why);
    Merger merger = merge(survivor, absorbed, order.taken(), by);
    mergers.add(merger, survivor);
    decide(survivor, absorbed, by);
    record(survivor, absorbed, merger);
    events.publishEvent(
        new TargetsMerged(merger.authorityId(), merger.id(), survivor.id(), absorbed.id()));
  }

  /** One thing cannot belong to itself. */
  private void demandUnrelated(KnownTarget survivor, KnownTarget absorbed) {
    UUID authority = survivor.authorityId();
    String one = survivor.unitId().value();
    String other = absorbed.unitId().value();
    boolean related =
        schemas.get().relations().stream()
            .anyMatch(
                type ->
                    relations.leads(authority, type.name(), one, other)
                        || relations.leads(authority, type.name(), other, one));
    if (related) {
      throw Refused.because(
          RegistryProblem.BELONGS_TO_OTHER, survivor.content().name(), absorbed.content().name());
    }
  }

  private Merger merge(KnownTarget survivor, KnownTarget absorbed, Set<String> taken, By by) {
    TargetStatus before = absorbed.status();
    var edge = TargetLifecycle.TABLE.take(before, TargetCommand.MERGE);
    var content = ContentFields.merge(survivor.content(), absorbed.content(), taken);
    var changes = survivor.content().differences(content);
    String one = survivor.unitId().value();
    String other = absorbed.unitId().value();
    targets.save(
        absorbed.in(edge.to()),
        by.reason(),
        Map.of(
            "status", List.of(before.wireName(), edge.to().wireName()),
            "mergedInto", List.of("", one)));
    Map<String, List<Object>> history = new LinkedHashMap<>(changes);
    history.put("absorbed", List.of("", other));
    targets.save(survivor.saying(content), by.reason(), history);
    return new Merger(
        Ids.next(),
        survivor.authorityId(),
        survivor.id(),
        absorbed.id(),
        by,
        new Moved(
            before.wireName(),
            changes,
            registers.takeOver(survivor.id(), absorbed.id()),
            following.takeOver(survivor, absorbed),
            following.lead(absorbed, survivor, null, by.reason())),
        null,
        1);
  }

  /** The pair is decided, also where nobody had found it before. */
  private void decide(KnownTarget survivor, KnownTarget absorbed, By by) {
    if (duplicates.find(survivor.id(), absorbed.id()).isEmpty()) {
      Likeness likeness =
          Likeness.of(survivor, absorbed).orElseGet(() -> Likeness.byHand(survivor, absorbed));
      duplicates.put(survivor, absorbed, likeness, null);
    }
    Duplicate pair = duplicates.find(survivor.id(), absorbed.id()).orElseThrow();
    var edge = DuplicateLifecycle.TABLE.take(pair.state(), DuplicateCommand.MERGE);
    duplicates.save(pair.in(edge.to(), new Decided(by.personId(), by.at(), by.reason())));
  }

  private void record(KnownTarget survivor, KnownTarget absorbed, Merger merger) {
    audit.record(
        "targets-merged",
        survivor.unitId().value(),
        Map.of(
            "absorbed", absorbed.unitId().value(),
            "names", List.of(survivor.content().name(), absorbed.content().name()),
            "changes", TargetSteps.masked(merger.moved().changes()),
            "status", Lifecycle.wireName(absorbed.status()),
            "reason", merger.merged().reason()));
  }
}

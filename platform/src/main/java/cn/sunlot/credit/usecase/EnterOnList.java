package cn.sunlot.credit.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.credit.CreditProblem;
import cn.sunlot.credit.ListsChanged;
import cn.sunlot.credit.domain.ListEntry;
import cn.sunlot.credit.domain.ListEntry.Said;
import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.credit.store.ListStore;
import cn.sunlot.imports.ImportKind.Merged;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Target;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts targets onto a list, one by one or as another system sends them; the registry shows the tag
 * from that moment (TZ-M10, TZ-18, N-11).
 */
@Component
@Transactional
public class EnterOnList {

  /**
   * A row as another system sends it.
   *
   * @param unitId credit code or other number of the target
   */
  public record Row(
      String unitId,
      ListKind list,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate endedOn,
      String ground,
      String decidedBy,
      String document) {}

  private final ListStore store;
  private final Registry registry;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EnterOnList(
      ListStore store,
      Registry registry,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.registry = registry;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Enters one.
   *
   * @throws Refused if the target is on the list already, or the entry says too little
   */
  public ListEntry run(Said said) {
    Target target = registry.getTarget(said.targetId());
    List<WrongValue> wrong = wrong(said.list(), said.from(), said.until(), said.ground(), said);
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
    store
        .findOverlapping(said)
        .ifPresent(
            other -> {
              throw Refused.because(
                  CreditProblem.ALREADY_LISTED,
                  target.name(),
                  said.list().title(),
                  other.from().toString());
            });
    UUID batch = Ids.next();
    store.stage(batch, List.of(said));
    UUID id = store.getStagedId(batch);
    store.merge(target.authorityId(), batch, "entered");
    store.clear(batch);
    audit.record(
        "credit-list-entered",
        target.unitId(),
        Map.of(
            "list", Lifecycle.wireName(said.list()),
            "from", said.from().toString(),
            "until", said.until() == null ? "" : said.until().toString(),
            "ground", said.ground(),
            "decidedBy", said.decidedBy()));
    events.publishEvent(new ListsChanged(target.authorityId(), Set.of(said.targetId())));
    return store.get(id);
  }

  /**
   * Takes a batch: all of it, or nothing if a row is wrong. The same batch again changes nothing.
   *
   * @throws Refused naming the rows that are wrong, counted from 1
   */
  public Merged runAll(List<Row> rows) {
    UUID authority = SignedIn.get().authorityId();
    var targets = new WrittenTargets(registry, authority);
    List<WrongValue> wrong = new ArrayList<>();
    List<Said> said = new ArrayList<>();
    Set<String> once = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int number = i + 1;
      wrong(row.list(), row.from(), row.until(), row.ground(), row.decidedBy())
          .forEach(w -> wrong.add(w.inRow(number)));
      var target = targets.find(row.unitId(), number);
      if (target.isPresent() && !once.add(target.get() + " " + row.list() + " " + row.from())) {
        targets.wrong(number, "unitId", row.unitId(), "twice");
      }
      target.ifPresent(id -> said.add(said(id, row)));
    }
    wrong.addAll(targets.wrong());
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
    UUID batch = Ids.next();
    store.stage(batch, said);
    Merged merged = store.merge(authority, batch, "interface");
    store.clear(batch);
    audit.record(
        "credit-lists-taken",
        batch.toString(),
        Map.of("added", merged.added(), "changed", merged.changed(), "same", merged.unchanged()));
    events.publishEvent(
        new ListsChanged(authority, said.stream().map(Said::targetId).collect(Collectors.toSet())));
    return merged;
  }

  private static Said said(UUID target, Row row) {
    return new Said(
        target,
        row.list(),
        row.from(),
        row.until(),
        row.endedOn(),
        row.ground().strip(),
        row.decidedBy().strip(),
        row.document().strip());
  }

  private List<WrongValue> wrong(
      ListKind list, LocalDate from, @Nullable LocalDate until, String ground, Said said) {
    List<WrongValue> wrong = wrong(list, from, until, ground, said.decidedBy());
    if (until != null && until.isBefore(LocalDate.now(clock))) {
      wrong.add(WrongValue.of("until", until.toString(), "credit.wrong.over"));
    }
    return wrong;
  }

  /** An entry says why and by whose decision; an exemption says until when. */
  private static List<WrongValue> wrong(
      ListKind list, LocalDate from, @Nullable LocalDate until, String ground, String decidedBy) {
    List<WrongValue> wrong = new ArrayList<>();
    if (ground.isBlank()) {
      wrong.add(WrongValue.of("ground", ground, "credit.wrong.required"));
    }
    if (decidedBy.isBlank()) {
      wrong.add(WrongValue.of("decidedBy", decidedBy, "credit.wrong.required"));
    }
    if (until == null && list.needsEnd()) {
      wrong.add(WrongValue.of("until", "", "credit.wrong.end-needed"));
    }
    if (until != null && until.isBefore(from)) {
      wrong.add(WrongValue.of("until", until.toString(), "credit.wrong.dates"));
    }
    return wrong;
  }
}

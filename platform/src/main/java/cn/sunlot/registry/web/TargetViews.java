package cn.sunlot.registry.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.registry.domain.Masked;
import cn.sunlot.registry.domain.TargetCommand;
import cn.sunlot.registry.domain.TargetLifecycle;
import cn.sunlot.registry.domain.TargetStatus;
import cn.sunlot.registry.store.MergerSearch;
import cn.sunlot.registry.store.SubRegistrySearch;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.store.TargetSearch.Change;
import cn.sunlot.registry.store.TargetSearch.Row;
import cn.sunlot.registry.web.TargetResponses.ChangeView;
import cn.sunlot.registry.web.TargetResponses.TargetDetail;
import cn.sunlot.registry.web.TargetResponses.TargetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the answers. */
@Component
@Transactional(readOnly = true)
class TargetViews {

  private final TargetSearch search;
  private final Organisation organisation;
  private final KindViews kinds;
  private final SubRegistrySearch registers;
  private final MergerSearch mergers;

  TargetViews(
      TargetSearch search,
      Organisation organisation,
      KindViews kinds,
      SubRegistrySearch registers,
      MergerSearch mergers) {
    this.search = search;
    this.organisation = organisation;
    this.kinds = kinds;
    this.registers = registers;
    this.mergers = mergers;
  }

  TargetRow row(Row row) {
    Target target = row.target();
    return new TargetRow(
        target.id(),
        target.unitId(),
        target.name(),
        target.kind(),
        target.regionCode(),
        region(target),
        target.riskClass(),
        sorted(target),
        target.status(),
        target.responsiblePerson(),
        target.contact(),
        target.complete(),
        row.warnings(),
        row.updatedAt());
  }

  TargetDetail detail(UUID id) {
    SignedIn person = SignedIn.get();
    boolean full = person.may(Permission.TARGETS_EDIT);
    Row row = search.get(person.scope(), id);
    Target target = row.target();
    return new TargetDetail(
        target.id(),
        target.unitId(),
        target.name(),
        target.kind(),
        target.regionCode(),
        region(target),
        target.address(),
        target.riskClass(),
        sorted(target),
        target.status(),
        target.responsiblePerson(),
        target.contact(),
        target.complete(),
        kinds.details(target, full),
        kinds.belongsTo(target),
        kinds.belonging(target),
        registers.listOf(person.scope(), id),
        row.warnings(),
        row.updatedAt(),
        row.version(),
        search.listChanges(person.scope(), id).stream().map(c -> change(c, full)).toList(),
        commands(target, full, kinds.related(target)));
  }

  /** One that was merged into another stays as it is. */
  private List<String> commands(Target target, boolean mayEdit, List<String> related) {
    List<String> commands = new ArrayList<>();
    if (target.contact() != null) {
      commands.add("show-contact");
    }
    if (!mayEdit || mergers.findSurvivor(target.id()).isPresent()) {
      return commands;
    }
    commands.addAll(0, List.of("change", "tag", "untag"));
    TargetLifecycle.TABLE.allowed(Lifecycle.parse(TargetStatus.class, target.status())).stream()
        .filter(c -> c != TargetCommand.MERGE || SignedIn.get().may(Permission.TARGETS_MERGE))
        .forEach(command -> commands.add(Lifecycle.wireName(command)));
    commands.addAll(related);
    commands.add("place");
    return commands;
  }

  private ChangeView change(Change change, boolean full) {
    String by = change.personId() == null ? "" : organisation.getPerson(change.personId()).name();
    var changes = new java.util.LinkedHashMap<>(change.changes());
    if (!full) {
      changes.replaceAll(
          (field, values) ->
              kinds.isPersonal(field)
                  ? values.stream()
                      .<Object>map(v -> String.valueOf(Masked.contact(String.valueOf(v))))
                      .toList()
                  : values);
    }
    return new ChangeView(change.at(), by, change.importId(), change.reason(), changes);
  }

  private static String region(Target target) {
    return Regions.findName(target.regionCode()).orElse("");
  }

  private static List<String> sorted(Target target) {
    return target.tags().stream().sorted().toList();
  }
}

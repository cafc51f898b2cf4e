package cn.sunlot.tasking.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.planning.Plans.AdHoc;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.Plans.PlanLine;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Levels;
import cn.sunlot.tasking.domain.PickedItems;
import cn.sunlot.tasking.domain.TaskTerms.Ground;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a plan line lets its department do, and where the counties run it, those of its line. */
@Component
class PlanLineRules {

  private final Organisation organisation;
  private final Catalog catalog;

  PlanLineRules(Organisation organisation, Catalog catalog) {
    this.organisation = organisation;
    this.catalog = catalog;
  }

  /**
   * The department that leads a task of this person from the line: the line's own, or where each
   * county draws for itself, the person's in the line below (TZ-14, PDS-13).
   *
   * @throws Refused for anybody else
   */
  UUID departmentFor(SignedIn person, PlanLine line, Profile profile) {
    if (!isCountyRun(line)) {
      if (person.handles(line.departmentId())) {
        return line.departmentId();
      }
      throw Refused.because(TaskingProblem.LINE_OF_OTHER_SECTION, line.title())
          .by(profile.singleBureau().clauses());
    }
    if (levels(line).isBelow(person.departmentId(), line.departmentId())) {
      return person.departmentId();
    }
    throw Refused.because(TaskingProblem.LINE_OF_COUNTIES, line.title())
        .by(profile.plan().clauses());
  }

  /** The line's targets; of a line that counties run, those of the person's. */
  TargetFilter filterFor(SignedIn person, PlanLine line) {
    TargetFilter whole = line.filter();
    if (!isCountyRun(line) || person.scope().area().whole()) {
      return whole;
    }
    Set<String> own = shared(whole.regionCodes(), person.scope().area().regions());
    if (own.isEmpty()) {
      throw Refused.because(TaskingProblem.LINE_OF_OTHER_SECTION, line.title());
    }
    return new TargetFilter(
        whole.kinds(), own, whole.tags(), whole.riskClasses(), whole.subRegistries());
  }

  /** What lies in a region of both; none planned is all. */
  private static Set<String> shared(Set<String> planned, Set<String> area) {
    if (planned.isEmpty()) {
      return area;
    }
    Set<String> both = new HashSet<>();
    for (String one : planned) {
      for (String other : area) {
        if (Regions.isWithin(other, one)) {
          both.add(other);
        } else if (Regions.isWithin(one, other)) {
          both.add(one);
        }
      }
    }
    return both;
  }

  /**
   * Who takes part by the plan, at the level of the department that leads the task; sections of a
   * single bureau need not be asked.
   */
  List<UUID> participants(PlanLine line, UUID lead, Profile profile) {
    if (profile.singleBureau().value()) {
      return List.of();
    }
    List<UUID> planned = line.arrangement().participants();
    if (!isCountyRun(line)) {
      return planned;
    }
    Levels levels = levels(line);
    String county = Objects.requireNonNull(levels.body(lead).region());
    return planned.stream()
        .map(one -> levels.findBelow(one, county))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Which items of the line the department that leads checks.
   *
   * @param chosen by the lead, or null for its own ones
   */
  List<UUID> pick(PlanLine line, UUID lead, @Nullable List<UUID> chosen, Profile profile) {
    if (chosen != null && !chosen.isEmpty()) {
      List<UUID> planned = line.itemVersionIds();
      if (!planned.containsAll(chosen)) {
        throw Refused.because(TaskingProblem.ITEM_NOT_IN_LINE, line.title())
            .by(profile.plan().clauses());
      }
      return chosen;
    }
    if (line.arrangement().participants().isEmpty()) {
      return line.itemVersionIds();
    }
    Stream<ItemVersion> items = line.itemVersionIds().stream().map(catalog::getItem);
    return new PickedItems(levels(line), List.of())
        .ownOf(items.toList(), lead).stream().map(ItemVersion::id).toList();
  }

  /** Of a line beside the yearly plan, why it is there (TZ-17, PDS-8). */
  static Ground ground(PlanLine line) {
    AdHoc adHoc = line.adHoc();
    return adHoc == null ? Ground.PLAN : Lifecycle.parse(Ground.class, adHoc.kind());
  }

  /** The plan, and of a line beside the yearly one what is the matter and by which document. */
  static String groundText(PlanLine line) {
    String plan = line.planNumber() + " " + line.planTitle();
    AdHoc adHoc = line.adHoc();
    if (adHoc == null) {
      return plan;
    }
    String document = adHoc.documentNumber().isEmpty() ? "" : "（" + adHoc.documentNumber() + "）";
    return plan + "：" + adHoc.text() + document;
  }

  private static boolean isCountyRun(PlanLine line) {
    return line.arrangement().handling() == Handling.COUNTY_RUN;
  }

  private Levels levels(PlanLine line) {
    return new Levels(organisation.listDepartments(line.authorityId()));
  }
}

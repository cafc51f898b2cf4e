package cn.sunlot.planning;

import cn.sunlot.kernel.TodoSource;
import cn.sunlot.policy.Method.Way;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of planning: what other modules may ask of plans. */
public interface Plans extends TodoSource {

  /** Who draws the targets of a line, and who inspects them (TZ-14, TZ-19, PDS-13). */
  enum Handling {
    /** Drawn and inspected at the level of the plan. */
    CITY_RUN,
    /** Drawn at the level of the plan, inspected by the counties' departments of the line. */
    HANDED_DOWN,
    /** Each county draws and inspects its own. */
    COUNTY_RUN
  }

  /** Forms of joint inspection (RS-2.5). */
  enum Form {
    COMPREHENSIVE,
    RISK_CLASSIFIED,
    SPECIAL_CAMPAIGN
  }

  /**
   * How a line is carried out.
   *
   * @param participants departments of the same level that take part; none in a department's own
   * @param weights how the number of each class is split over regions
   * @param methods ways of inspecting; empty: as its items say
   * @param form null where nothing is said of it
   * @param otherDemands in words; often empty
   * @param visitsPerDay targets that a team visits in a working day: for the estimate of manpower
   */
  record Arrangement(
      List<UUID> participants,
      Handling handling,
      Weights weights,
      Set<Way> methods,
      @Nullable Form form,
      String otherDemands,
      int visitsPerDay) {

    /** A department's own line, drawn and inspected where it is planned. */
    public static final Arrangement OWN =
        new Arrangement(List.of(), Handling.CITY_RUN, Weights.NONE, Set.of(), null, "", 2);

    public Arrangement {
      participants = List.copyOf(participants);
      methods = Set.copyOf(methods);
      otherDemands = otherDemands.strip();
    }

    public boolean joint() {
      return !participants.isEmpty();
    }
  }

  /**
   * Why a joint inspection is beside the yearly plan (TZ-17, PDS-8).
   *
   * @param kind of ground, e.g. {@code superior-order}
   * @param text what is the matter
   * @param documentNumber of the order; "" where there is none
   */
  record AdHoc(String kind, String text, String documentNumber, @Nullable LocalDate documentDay) {}

  /**
   * A line of an approved plan.
   *
   * @param planId key of the plan, the same for all its versions
   * @param planKind {@code department}, {@code joint}, or {@code ad-hoc} for one inspection beside
   *     the yearly plan
   * @param planState {@code approved} or {@code published}
   * @param departmentId the section that carries it out, of a joint line the lead department
   * @param filter which targets it hits
   * @param ratesBp ratio to be drawn per risk class A, B, C, D, N (not rated), in basis points, and
   *     of key targets as K; a class with neither ratio nor number is not drawn
   * @param counts fixed number to be drawn, of classes that have no ratio
   * @param adHoc why it is beside the yearly plan, or null for a line of it
   * @param from first day of the period, inside the plan's year
   * @param to last day of the period
   */
  record PlanLine(
      UUID id,
      UUID planId,
      String planNumber,
      String planTitle,
      int year,
      String planKind,
      String planState,
      UUID authorityId,
      UUID departmentId,
      String title,
      List<UUID> itemVersionIds,
      TargetFilter filter,
      Map<String, Integer> ratesBp,
      Map<String, Integer> counts,
      Arrangement arrangement,
      @Nullable AdHoc adHoc,
      LocalDate from,
      LocalDate to) {

    /** The lead department of a joint line. */
    public UUID leadId() {
      return departmentId;
    }

    /** Whether the plan is one of joint inspections, or the line has participants. */
    public boolean joint() {
      return !planKind.equals("department") || arrangement.joint();
    }
  }

  /**
   * A version of a plan as the public sees it.
   *
   * @param version number of the plan's version, from 1
   * @param kind {@code department}, {@code joint}, or {@code ad-hoc} for one inspection beside the
   *     yearly plan
   * @param reason why the plan was adjusted; "" for the first version
   * @param decision on a joint plan, or null
   */
  record PublishedPlan(
      UUID id,
      String kind,
      UUID authorityId,
      UUID departmentId,
      String number,
      int year,
      int version,
      String title,
      String reason,
      Instant publishedAt,
      @Nullable PublishedDecision decision,
      List<PublishedLine> lines) {}

  /**
   * Who decided on a joint plan.
   *
   * @param by e.g. {@code joint-conference}
   */
  record PublishedDecision(String by, LocalDate on, String documentNumber) {}

  /**
   * A line of a published plan, with what only the public list needs.
   *
   * @param subRegistries names of those to which the scope is narrowed
   * @param category class of inspection (抽查类别)
   * @param body the body in whose name it inspects
   * @param pool size of the pool when the plan was submitted, or null where not counted
   * @param expected number of targets expected then, or null where not counted
   */
  record PublishedLine(
      PlanLine line,
      List<String> subRegistries,
      String category,
      int timesPerYear,
      String body,
      @Nullable Integer pool,
      @Nullable Integer expected) {}

  /** The published versions of a plan, the first one first. */
  List<PublishedPlan> listPublished(UUID planId);

  /** Keys of the authority's plans that have a published version. */
  List<UUID> listPublishedPlans(UUID authorityId);

  /**
   * A line from which tasks may be opened.
   *
   * @throws cn.sunlot.kernel.Refused if the plan is not approved, or an adjustment has replaced or
   *     dropped the line: nothing is inspected outside the yearly plan (ZB-2); or if an inspection
   *     beside the plan is not filed as the rules demand (PDS-8)
   */
  PlanLine getLine(UUID lineId);

  /** A line as it was last approved, also one that an adjustment has dropped since: for display. */
  Optional<PlanLine> findLine(UUID lineId);
}

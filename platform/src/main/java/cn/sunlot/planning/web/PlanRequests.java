package cn.sunlot.planning.web;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.Form;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.Weights;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.PlanKind;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.policy.Method.Way;
import cn.sunlot.registry.Registry.TargetFilter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What clients send about plans. */
final class PlanRequests {

  private PlanRequests() {}

  /**
   * A new plan.
   *
   * @param departmentId the section whose plan it is; the person's own where left out
   */
  record NewPlan(@Nullable UUID departmentId, int year, @NotNull @Size(max = 200) String title) {}

  /** Title and all lines of a draft; lines that are left out are dropped. */
  record Draft(
      @NotNull @Size(max = 200) String title,
      @NotNull @Size(max = 200) List<@NotNull @Valid LineForm> lines) {

    List<Line> read() {
      return lines.stream().map(LineForm::read).toList();
    }
  }

  /** Which targets are meant; a list that is empty or left out does not restrict. */
  record FilterForm(
      @Nullable Set<String> kinds,
      @Nullable Set<String> regionCodes,
      @Nullable Set<String> tags,
      @Nullable Set<String> riskClasses,
      @Nullable Set<UUID> subRegistries) {

    TargetFilter read() {
      return new TargetFilter(
          orEmpty(kinds),
          orEmpty(regionCodes),
          orEmpty(tags),
          orEmpty(riskClasses),
          orEmpty(subRegistries));
    }

    static <T> Set<T> orEmpty(@Nullable Set<T> values) {
      return values == null ? Set.of() : Set.copyOf(values);
    }
  }

  /**
   * A line.
   *
   * @param id of a line that stays the same; left out for a new one
   * @param itemVersionIds versions of items in force
   * @param ratesBp ratio per risk class A, B, C, D, N in basis points, and K of key targets
   * @param counts fixed number of targets of classes that have no ratio
   * @param executingId the section that carries it out, of a joint line the lead department
   * @param arrangement left out for a department's own line
   */
  record LineForm(
      @Nullable UUID id,
      @NotNull @Size(max = 200) String title,
      @NotNull @Size(max = 100) String category,
      @NotNull @Size(max = 50) List<@NotNull UUID> itemVersionIds,
      @NotNull @Valid FilterForm filter,
      @NotNull Map<@NotNull String, @NotNull Integer> ratesBp,
      @Nullable Map<@NotNull String, @NotNull Integer> counts,
      @NotNull Integer timesPerYear,
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @NotNull UUID executingId,
      @NotNull @Size(max = 200) String body,
      @Nullable @Valid ArrangementForm arrangement) {

    Line read() {
      return new Line(
          id == null ? Ids.next() : id,
          title,
          category,
          itemVersionIds.stream().distinct().toList(),
          filter.read(),
          Rates.of(ratesBp, counts == null ? Map.of() : counts),
          timesPerYear,
          new Period(from, to),
          executingId,
          body,
          arrangement == null ? Arrangement.OWN : arrangement.read(),
          null);
    }
  }

  /**
   * Who takes part in a line, who draws, and how.
   *
   * @param participants departments of the same level
   * @param weights region code → weight from 1, where the number per class is split over regions
   * @param methods ways of inspecting; left out: as the items say
   * @param visitsPerDay targets that a team visits in a working day; 2 where left out
   */
  record ArrangementForm(
      @Nullable @Size(max = 30) List<@NotNull UUID> participants,
      @OneOf(Handling.class) @Nullable String handling,
      @Nullable Map<@NotNull String, @NotNull @Min(1) @Max(1000) Integer> weights,
      @OneOf(Way.class) @Nullable List<@NotNull String> methods,
      @OneOf(Form.class) @Nullable String form,
      @Nullable @Size(max = 1000) String otherDemands,
      @Nullable @Min(1) @Max(50) Integer visitsPerDay) {

    Arrangement read() {
      return new Arrangement(
          participants == null ? List.of() : participants,
          handling == null ? Handling.CITY_RUN : word(Handling.class, "handling", handling),
          weights == null ? Weights.NONE : Weights.of(weights),
          methods == null
              ? Set.of()
              : methods.stream()
                  .map(way -> word(Way.class, "methods", way))
                  .collect(Collectors.toSet()),
          form == null ? null : word(Form.class, "form", form),
          otherDemands == null ? "" : otherDemands,
          visitsPerDay == null ? Arrangement.OWN.visitsPerDay() : visitsPerDay);
    }
  }

  record Because(@NotNull @Size(max = 1000) String reason) {}

  static PlanState readState(String wireName) {
    return find(PlanState.class, wireName)
        .orElseThrow(() -> unknown("state", wireName, "planning.field.state-unknown"));
  }

  static PlanKind readKind(String wireName) {
    return word(PlanKind.class, "kind", wireName);
  }

  static <E extends Enum<E>> E word(Class<E> type, String field, String wireName) {
    return find(type, wireName)
        .orElseThrow(() -> unknown(field, wireName, "planning.field.word-unknown"));
  }

  private static <E extends Enum<E>> Optional<E> find(Class<E> type, String wireName) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> Lifecycle.wireName(one).equals(wireName))
        .findFirst();
  }

  private static Refused unknown(String field, String wireName, String key) {
    return Refused.because(KernelProblem.VALUES_WRONG, 1)
        .naming(List.of(WrongValue.of(field, wireName, key)));
  }
}

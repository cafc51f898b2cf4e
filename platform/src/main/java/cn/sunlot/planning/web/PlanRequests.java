package cn.sunlot.planning.web;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.registry.Registry.TargetFilter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
      @Nullable Set<String> riskClasses) {

    TargetFilter read() {
      return new TargetFilter(
          orEmpty(kinds), orEmpty(regionCodes), orEmpty(tags), orEmpty(riskClasses));
    }

    static Set<String> orEmpty(@Nullable Set<String> values) {
      return values == null ? Set.of() : Set.copyOf(values);
    }
  }

  /**
   * A line.
   *
   * @param id of a line that stays the same; left out for a new one
   * @param itemVersionIds versions of items in force
   * @param ratesBp ratio per risk class A, B, C, D, N in basis points
   * @param executingId the section that carries it out
   */
  record LineForm(
      @Nullable UUID id,
      @NotNull @Size(max = 200) String title,
      @NotNull @Size(max = 100) String category,
      @NotNull @Size(max = 50) List<@NotNull UUID> itemVersionIds,
      @NotNull @Valid FilterForm filter,
      @NotNull Map<@NotNull String, @NotNull Integer> ratesBp,
      @NotNull Integer timesPerYear,
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @NotNull UUID executingId,
      @NotNull @Size(max = 200) String body) {

    Line read() {
      return new Line(
          id == null ? Ids.next() : id,
          title,
          category,
          itemVersionIds.stream().distinct().toList(),
          filter.read(),
          Rates.of(ratesBp),
          timesPerYear,
          new Period(from, to),
          executingId,
          body,
          null);
    }
  }

  record Because(@NotNull @Size(max = 1000) String reason) {}

  static PlanState readState(String wireName) {
    return Arrays.stream(PlanState.values())
        .filter(s -> Lifecycle.wireName(s).equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.because(KernelProblem.VALUES_WRONG, 1)
                    .naming(
                        List.of(WrongValue.of("state", wireName, "planning.field.state-unknown"))));
  }
}

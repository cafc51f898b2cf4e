package cn.sunlot.credit.web;

import cn.sunlot.credit.Credit;
import cn.sunlot.credit.domain.ListEntry.Said;
import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.credit.domain.Scorecard;
import cn.sunlot.credit.usecase.EnterOnList;
import cn.sunlot.credit.usecase.TakeRecords;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients send about credit. */
final class CreditRequests {

  private static final int MOST = 1_000;

  private CreditRequests() {}

  record Because(@NotNull @Size(max = 1000) String reason) {}

  record Draft(@NotNull Scorecard content, @NotNull @Size(max = 1000) String reason) {}

  /** First day in force; today where left out. */
  record Approval(@Nullable LocalDate from) {}

  record Note(@NotNull @Size(max = 1000) String note) {}

  record NewEntry(
      @NotNull UUID targetId,
      @NotNull @OneOf(ListKind.class) String list,
      @NotNull LocalDate from,
      @Nullable LocalDate until,
      @NotNull @Size(max = 1000) String ground,
      @NotNull @Size(max = 200) String decidedBy,
      @Nullable @Size(max = 100) String document) {

    Said read() {
      return new Said(
          targetId,
          readList(list),
          from,
          until,
          null,
          ground.strip(),
          decidedBy.strip(),
          document == null ? "" : document.strip());
    }
  }

  /** An entry as another system sends it; {@code unitId} is the target's credit code. */
  record EntryRow(
      @NotNull @Size(max = 64) String unitId,
      @NotNull @OneOf(ListKind.class) String list,
      @NotNull LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate endedOn,
      @NotNull @Size(max = 1000) String ground,
      @NotNull @Size(max = 200) String decidedBy,
      @Nullable @Size(max = 100) String document) {

    EnterOnList.Row read() {
      return new EnterOnList.Row(
          unitId,
          readList(list),
          from,
          until,
          endedOn,
          ground,
          decidedBy,
          document == null ? "" : document);
    }
  }

  record EntryBatch(@NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid EntryRow> rows) {}

  /**
   * Something that happened, as another system sends it.
   *
   * @param selection for inspections: whether chance chose; else left out
   * @param ref the reference there; the same again with something else is a correction
   */
  record TellingRow(
      @NotNull @Size(max = 64) String unitId,
      @NotNull @OneOf(Credit.Kind.class) String kind,
      @NotNull LocalDate day,
      @Nullable @OneOf(Credit.Selection.class) String selection,
      @NotNull @Size(min = 1, max = 64) String source,
      @NotNull @Size(max = 64) String ref) {

    TakeRecords.Told read() {
      Credit.Kind read = constant(Credit.Kind.values(), "kind", kind);
      boolean inspection = read.name().startsWith("INSPECTION_");
      Credit.Selection chosen =
          selection == null
              ? Credit.Selection.TARGETED
              : constant(Credit.Selection.values(), "selection", selection);
      return new TakeRecords.Told(
          unitId,
          read,
          day,
          inspection ? chosen : Credit.Selection.NONE,
          source.strip(),
          ref.strip());
    }
  }

  record TellingBatch(@NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid TellingRow> rows) {}

  /** A figure, as another system sends it; a rating is 1 to 4 for A to D. */
  record FigureRow(
      @NotNull @Size(max = 64) String unitId,
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}") String code,
      @NotNull Integer value,
      @NotNull LocalDate day,
      @NotNull @Size(min = 1, max = 64) String source) {

    TakeRecords.Figure read() {
      return new TakeRecords.Figure(unitId, code, value, day, source.strip());
    }
  }

  record FigureBatch(@NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid FigureRow> rows) {}

  static ListKind readList(String wireName) {
    return constant(ListKind.values(), "list", wireName);
  }

  static <E extends Enum<E>> E constant(E[] values, String field, String wireName) {
    return Arrays.stream(values)
        .filter(v -> Lifecycle.wireName(v).equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.because(KernelProblem.VALUES_WRONG, 1)
                    .naming(List.of(WrongValue.of(field, wireName, "credit.wrong.unknown"))));
  }
}

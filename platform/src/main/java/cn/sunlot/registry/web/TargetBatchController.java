package cn.sunlot.registry.web;

import cn.sunlot.imports.RowImports;
import cn.sunlot.imports.RowImports.Answers;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Refused.FieldError;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.registry.domain.KindSchema;
import cn.sunlot.registry.domain.RelationType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes targets of other systems. The same key again gives the same answer; the same rows under
 * another key change nothing.
 */
@RestController
@RequestMapping("/api/targets")
class TargetBatchController {

  static final int MOST = 5_000;

  /** A target as a row of a spreadsheet would have it; what is left out stays as it is known. */
  record SentTarget(
      @NotNull String unitId,
      @Nullable String name,
      @Nullable String kind,
      @Nullable String regionCode,
      @Nullable String address,
      @Nullable String riskClass,
      @Nullable @Size(max = 50) List<@NotNull String> tags,
      @Nullable String status,
      @Nullable String responsiblePerson,
      @Nullable String contact,
      @Nullable @Size(max = 50) Map<@NotNull String, @NotNull String> details,
      @Nullable @Size(max = 10) Map<@NotNull String, @NotNull String> relations) {

    Map<String, String> cells() {
      Map<String, String> cells = new HashMap<>();
      put(cells, "unit-id", unitId);
      put(cells, "name", name);
      put(cells, "kind", kind);
      put(cells, "region-code", regionCode);
      put(cells, "address", address);
      put(cells, "risk-class", riskClass);
      put(cells, "tags", tags == null ? null : String.join("；", tags));
      put(cells, "status", status);
      put(cells, "responsible-person", responsiblePerson);
      put(cells, "contact", contact);
      if (details != null) {
        details.forEach((name, text) -> put(cells, KindSchema.PREFIX + name, text));
      }
      if (relations != null) {
        relations.forEach((name, id) -> put(cells, RelationType.PREFIX + name, id));
      }
      return cells;
    }

    private static void put(Map<String, String> cells, String field, @Nullable String text) {
      if (text != null) {
        cells.put(field, text);
      }
    }
  }

  /**
   * Targets that are sent.
   *
   * @param together true: all are taken, or none if one of them is refused; false or left out: each
   *     for itself
   */
  record BatchRequest(
      @Nullable Boolean together,
      @NotEmpty @Size(max = MOST) List<@NotNull @Valid SentTarget> targets) {}

  /** The answer to a row, from 1; with what is wrong or doubtful, and the way out. */
  record RowAnswer(
      int row, @OneOf(RowImports.Outcome.class) String outcome, List<FieldError> issues) {}

  /** The answer to all of them, under the number by which they stand in the list of imports. */
  record BatchAnswer(
      UUID importId,
      String number,
      int added,
      int changed,
      int same,
      int refused,
      List<RowAnswer> rows) {}

  private final RowImports imports;

  TargetBatchController(RowImports imports) {
    this.imports = imports;
  }

  @PostMapping("/batch")
  @Requires(Permission.TARGETS_IMPORT)
  BatchAnswer sendTargets(@Valid @RequestBody BatchRequest request, Locale locale) {
    Answers answers =
        imports.take(
            "targets",
            request.targets().stream().map(SentTarget::cells).toList(),
            Boolean.TRUE.equals(request.together()),
            locale);
    return new BatchAnswer(
        answers.importId(),
        answers.number(),
        count(answers, RowImports.Outcome.ADDED),
        count(answers, RowImports.Outcome.CHANGED),
        count(answers, RowImports.Outcome.SAME),
        count(answers, RowImports.Outcome.REFUSED),
        answers.rows().stream()
            .map(a -> new RowAnswer(a.row(), Lifecycle.wireName(a.outcome()), a.issues()))
            .toList());
  }

  private static int count(Answers answers, RowImports.Outcome outcome) {
    return (int) answers.rows().stream().filter(a -> a.outcome() == outcome).count();
  }
}

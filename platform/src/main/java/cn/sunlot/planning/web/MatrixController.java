package cn.sunlot.planning.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.planning.domain.PlanMatrix;
import cn.sunlot.planning.usecase.PlanSheet;
import cn.sunlot.planning.usecase.ReadPlanMatrix;
import cn.sunlot.planning.web.MatrixViews.MatrixView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The plans of a year side by side: departments, months, regions. */
@RestController
@RequestMapping("/api/plans")
class MatrixController {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final ReadPlanMatrix read;
  private final PlanSheet sheet;
  private final MatrixViews views;

  MatrixController(ReadPlanMatrix read, PlanSheet sheet, MatrixViews views) {
    this.read = read;
    this.sheet = sheet;
    this.views = views;
  }

  /**
   * Lines of a year by department; {@code region} narrows to what touches it, {@code binding} to
   * what is approved.
   */
  @GetMapping("/matrix")
  @Requires(Permission.PLAN_VIEW)
  MatrixView getPlanMatrix(
      @RequestParam int year,
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(defaultValue = "false") boolean binding) {
    return views.of(matrix(year, region, binding));
  }

  /** The same as a workbook in the form that offices circulate. */
  @GetMapping("/matrix.xlsx")
  @Requires(Permission.PLAN_VIEW)
  ResponseEntity<byte[]> exportPlanMatrix(
      @RequestParam int year,
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(defaultValue = "true") boolean binding,
      Locale locale)
      throws IOException {
    var out = new ByteArrayOutputStream();
    sheet.write(out, SignedIn.get().authorityId(), matrix(year, region, binding), locale);
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"plans-%d.xlsx\"".formatted(year))
        .body(out.toByteArray());
  }

  private PlanMatrix matrix(int year, @Nullable String region, boolean binding) {
    return read.run(
        SignedIn.get().authorityId(),
        year,
        region == null || region.isBlank() ? Set.of() : Set.of(region),
        binding);
  }
}

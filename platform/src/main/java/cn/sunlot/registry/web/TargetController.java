package cn.sunlot.registry.web;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.store.TargetSearch.Summary;
import cn.sunlot.registry.usecase.ExportTargets;
import cn.sunlot.registry.web.KindViews.KindView;
import cn.sunlot.registry.web.TargetResponses.TargetDetail;
import cn.sunlot.registry.web.TargetResponses.TargetRow;
import cn.sunlot.sheets.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the registry of targets. */
@RestController
@RequestMapping("/api/targets")
class TargetController {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final TargetSearch search;
  private final TargetViews views;
  private final KindViews kinds;
  private final ExportTargets export;
  private final Clock clock;

  TargetController(
      TargetSearch search, TargetViews views, KindViews kinds, ExportTargets export, Clock clock) {
    this.search = search;
    this.views = views;
    this.kinds = kinds;
    this.export = export;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.TARGETS_VIEW)
  Page<TargetRow> listTargets(
      @ParameterObject @ModelAttribute FilterForm filter,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(defaultValue = "unitId") String sort) {
    return search
        .page(SignedIn.get().scope(), filter.read(), new Page.Request(page, size), sort)
        .map(views::row);
  }

  /** The kinds of target with the fields that only they have. */
  @GetMapping("/kinds")
  @Requires(Permission.TARGETS_VIEW)
  List<KindView> listTargetKinds() {
    return kinds.list();
  }

  /** Numbers per risk class, of incomplete targets and of those with warnings. */
  @GetMapping("/summary")
  @Requires(Permission.TARGETS_VIEW)
  Summary summariseTargets() {
    return search.summarise(SignedIn.get().scope());
  }

  /** The list as a spreadsheet that can be corrected and imported again. */
  @GetMapping("/export")
  @Requires(Permission.TARGETS_VIEW)
  ResponseEntity<Resource> exportTargets(
      @ParameterObject @ModelAttribute FilterForm filter,
      @RequestParam(defaultValue = "xlsx") String format,
      Locale locale)
      throws IOException {
    boolean csv = format.equals("csv");
    Path file = export.run(filter.read(), csv ? Format.CSV : Format.XLSX, locale);
    String name = "targets-" + LocalDate.now(clock) + (csv ? ".csv" : ".xlsx");
    return ResponseEntity.ok()
        .contentType(csv ? MediaType.parseMediaType("text/csv;charset=UTF-8") : XLSX)
        .contentLength(Files.size(file))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(
            new InputStreamResource(
                Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
  }

  @GetMapping("/{id}")
  @Requires(Permission.TARGETS_VIEW)
  TargetDetail getTarget(@PathVariable UUID id) {
    return views.detail(id);
  }
}

package cn.sunlot.registry.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.StoredResource;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.SavedList;
import cn.sunlot.registry.domain.TargetExport;
import cn.sunlot.registry.domain.TargetTagging;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.usecase.KeepList;
import cn.sunlot.registry.usecase.StartExport;
import cn.sunlot.registry.usecase.StartTagging;
import cn.sunlot.registry.usecase.StartedWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Work with whole lists of targets: written out, tagged, kept under a name. */
@RestController
@RequestMapping("/api/targets")
class TargetListController {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /**
   * A list to be written out.
   *
   * @param fields what to write, by the names of the import; left out is everything
   * @param purpose what contacts are for; without one they are written in part
   */
  record ExportRequest(
      @NotNull FilterForm filter,
      @Nullable @Size(max = 50) List<@NotNull String> fields,
      @NotNull String format,
      @Nullable @Size(max = 200) String purpose) {}

  /**
   * A list that is written out.
   *
   * @param jobId where its progress is
   * @param rows how many were written, or null while it is not done
   */
  record ExportView(UUID id, UUID jobId, String format, @Nullable Long rows) {}

  /** How many targets a list has, to decide on. */
  record CountView(long count) {}

  /**
   * A list to be tagged.
   *
   * @param on false takes the tag off
   * @param counted how many the person was told
   */
  record TaggingRequest(
      @NotNull FilterForm filter,
      @NotNull @Size(max = 50) String tag,
      boolean on,
      @NotNull @Size(max = 1000) String reason,
      long counted) {}

  /** A list that is tagged; {@code changed} is null while it is not done. */
  record TaggingView(UUID id, UUID jobId, long counted, @Nullable Long changed) {}

  record SavedListRequest(
      @NotBlank @Size(max = 50) String name,
      @NotNull FilterForm filter,
      @NotNull @Size(max = 50) String sort,
      @NotNull @Size(max = 50) List<@NotNull String> columns,
      boolean shared) {}

  /**
   * A list that was kept.
   *
   * @param own whether the reader may change it and take it away
   */
  record SavedListView(
      UUID id,
      String name,
      String owner,
      boolean own,
      boolean shared,
      FilterForm filter,
      String sort,
      List<String> columns) {}

  private final TargetSearch search;
  private final StartExport export;
  private final StartedWork started;
  private final StartTagging tagging;
  private final KeepList keep;
  private final Files files;

  TargetListController(
      TargetSearch search,
      StartExport export,
      StartedWork started,
      StartTagging tagging,
      KeepList keep,
      Files files) {
    this.search = search;
    this.export = export;
    this.started = started;
    this.tagging = tagging;
    this.keep = keep;
    this.files = files;
  }

  /** How many there are, exactly. */
  @GetMapping("/count")
  @Requires(Permission.TARGETS_VIEW)
  CountView countTargets(@ParameterObject @ModelAttribute FilterForm filter) {
    return new CountView(search.count(SignedIn.get().scope(), filter.read()));
  }

  /** Has everything that the list shows written into a file, by a job. */
  @PostMapping("/exports")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.TARGETS_VIEW)
  ExportView startTargetExport(@Valid @RequestBody ExportRequest request, Locale locale) {
    return view(
        export.run(
            request.filter().read(),
            Objects.requireNonNullElse(request.fields(), List.of()),
            request.format(),
            request.purpose(),
            locale));
  }

  @GetMapping("/exports/{id}")
  @Requires(Permission.TARGETS_VIEW)
  ExportView getTargetExport(@PathVariable UUID id) {
    return view(started.get(id));
  }

  /** The file, for the one who asked for it. */
  @GetMapping("/exports/{id}/file")
  @Requires(Permission.TARGETS_VIEW)
  ResponseEntity<Resource> getTargetExportFile(@PathVariable UUID id) {
    TargetExport done = started.get(id);
    String sha256 = done.fileSha256();
    if (sha256 == null && done.rows() != null) {
      throw Refused.because(RegistryProblem.EXPORT_GONE);
    }
    if (sha256 == null) {
      throw Refused.because(KernelProblem.NOT_FOUND, id);
    }
    boolean csv = done.format().equals("csv");
    return ResponseEntity.ok()
        .contentType(csv ? MediaType.parseMediaType("text/csv;charset=UTF-8") : XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"targets-" + id + "." + done.format() + "\"")
        .body(new StoredResource(files, sha256));
  }

  /** Has everything that the list shows tagged, or the tag taken off, by a job. */
  @PostMapping("/taggings")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.TARGETS_EDIT)
  TaggingView startTargetTagging(@Valid @RequestBody TaggingRequest request) {
    TargetTagging begun =
        tagging.run(
            request.filter().read(),
            request.tag(),
            request.on(),
            request.reason(),
            request.counted());
    return view(begun);
  }

  @GetMapping("/taggings/{id}")
  @Requires(Permission.TARGETS_EDIT)
  TaggingView getTargetTagging(@PathVariable UUID id) {
    return view(started.getTagging(id));
  }

  /** The own lists, and those that the department shares. */
  @GetMapping("/lists")
  @Requires(Permission.TARGETS_VIEW)
  List<SavedListView> listSavedLists() {
    return views(keep.list());
  }

  /** Keeps a list under a name; the own one of that name becomes this one. */
  @PostMapping("/lists")
  @Requires(Permission.TARGETS_VIEW)
  List<SavedListView> keepList(@Valid @RequestBody SavedListRequest request) {
    return views(
        keep.run(
            request.name(),
            request.filter().read(),
            request.sort(),
            request.columns(),
            request.shared()));
  }

  @PostMapping("/lists/{id}/remove")
  @Requires(Permission.TARGETS_VIEW)
  List<SavedListView> removeList(@PathVariable UUID id) {
    return views(keep.remove(id));
  }

  private static ExportView view(TargetExport export) {
    return new ExportView(
        export.id(), Objects.requireNonNull(export.jobId()), export.format(), export.rows());
  }

  private static TaggingView view(TargetTagging tagging) {
    return new TaggingView(
        tagging.id(),
        Objects.requireNonNull(tagging.jobId()),
        tagging.counted(),
        tagging.changed());
  }

  private static List<SavedListView> views(List<SavedList> lists) {
    UUID reader = SignedIn.get().personId();
    return lists.stream()
        .map(
            list ->
                new SavedListView(
                    list.id(),
                    list.name(),
                    list.owner().name(),
                    list.owner().id().equals(reader),
                    list.shared(),
                    FilterForm.of(list.filter()),
                    list.sort(),
                    list.columns()))
        .toList();
  }
}

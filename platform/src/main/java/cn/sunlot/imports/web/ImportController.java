package cn.sunlot.imports.web;

import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.ImportProblem;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.store.ImportSearch;
import cn.sunlot.imports.usecase.CancelImport;
import cn.sunlot.imports.usecase.ImportKinds;
import cn.sunlot.imports.usecase.PreviewImport;
import cn.sunlot.imports.usecase.StartImport;
import cn.sunlot.imports.usecase.UploadImport;
import cn.sunlot.imports.usecase.WriteTemplate;
import cn.sunlot.imports.web.ImportResponses.ImportRow;
import cn.sunlot.imports.web.ImportResponses.ImportView;
import cn.sunlot.imports.web.ImportResponses.KindView;
import cn.sunlot.imports.web.ImportResponses.PreviewView;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.StoredResource;
import cn.sunlot.kernel.web.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Spreadsheets on their way in. Which kinds a person may import is asked kind by kind. */
@RestController
@RequestMapping("/api/imports")
class ImportController {

  static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** Field → name of the column. */
  record MappingRequest(@NotNull @Size(max = 100) Map<@NotNull String, @NotNull String> mapping) {}

  private final ImportKinds kinds;
  private final ImportSearch search;
  private final UploadImport upload;
  private final PreviewImport preview;
  private final StartImport start;
  private final CancelImport cancel;
  private final WriteTemplate template;
  private final ImportViews views;
  private final Files files;

  ImportController(
      ImportKinds kinds,
      ImportSearch search,
      UploadImport upload,
      PreviewImport preview,
      StartImport start,
      CancelImport cancel,
      WriteTemplate template,
      ImportViews views,
      Files files) {
    this.kinds = kinds;
    this.search = search;
    this.upload = upload;
    this.preview = preview;
    this.start = start;
    this.cancel = cancel;
    this.template = template;
    this.views = views;
    this.files = files;
  }

  /** The kinds that the reader may import, with their fields. */
  @GetMapping("/kinds")
  @Requires(Permission.SIGNED_IN)
  List<KindView> listImportKinds(Locale locale) {
    return kinds.listAllowed().stream().map(kind -> views.kind(kind, locale)).toList();
  }

  @GetMapping("/templates/{kind}")
  @Requires(Permission.SIGNED_IN)
  ResponseEntity<byte[]> getImportTemplate(@PathVariable String kind, Locale locale) {
    String name = kinds.title(kinds.demand(kind), locale) + ".xlsx";
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
        .body(template.write(kind, locale));
  }

  @GetMapping
  @Requires(Permission.SIGNED_IN)
  Page<ImportRow> listImports(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      Locale locale) {
    List<String> wanted =
        kinds.listAllowed().stream()
            .map(ImportKind::name)
            .filter(name -> kind == null || name.equals(kind))
            .toList();
    return search
        .page(SignedIn.get().scope(), wanted, new Page.Request(page, size))
        .map(im -> views.row(im, locale));
  }

  @GetMapping("/{id}")
  @Requires(Permission.SIGNED_IN)
  ImportView getImport(@PathVariable UUID id, Locale locale) {
    return views.detail(search.get(SignedIn.get().scope(), id), locale);
  }

  /** Takes in a file: xlsx or csv, up to 200 MB. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.SIGNED_IN)
  ImportView uploadImport(
      @RequestParam String kind, @RequestParam MultipartFile file, Locale locale)
      throws IOException {
    String name = file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      Import added = upload.run(kind, name == null ? "" : lastPart(name), content, locale);
      return views.detail(added, locale);
    }
  }

  /** Scans the file under an assignment of columns. */
  @PostMapping("/{id}/preview")
  @Requires(Permission.SIGNED_IN)
  PreviewView previewImport(
      @PathVariable UUID id, @Valid @RequestBody MappingRequest request, Locale locale) {
    return views.preview(preview.run(id, request.mapping(), locale), locale);
  }

  @PostMapping("/{id}/start")
  @Requires(Permission.SIGNED_IN)
  ImportView startImport(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody MappingRequest request,
      Locale locale) {
    return views.detail(start.run(id, IfMatch.read(seen), request.mapping()), locale);
  }

  @PostMapping("/{id}/cancel")
  @Requires(Permission.SIGNED_IN)
  ImportView cancelImport(@PathVariable UUID id, Locale locale) {
    return views.detail(cancel.run(id), locale);
  }

  /** The rows to correct, as a workbook that can be sent in again. */
  @GetMapping("/{id}/errors")
  @Requires(Permission.SIGNED_IN)
  ResponseEntity<Resource> getImportErrors(@PathVariable UUID id) {
    Import im = search.get(SignedIn.get().scope(), id);
    kinds.demand(im.kind());
    String sha256 = im.errorSha256();
    if (sha256 == null) {
      throw Refused.because(ImportProblem.NO_ERRORS, im.number());
    }
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(im.number() + ".xlsx"))
        .body(new StoredResource(files, sha256));
  }

  private static String attachment(String fileName) {
    return ContentDisposition.attachment()
        .filename(fileName, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  /** Some browsers send the whole path. */
  private static String lastPart(String fileName) {
    return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  }
}

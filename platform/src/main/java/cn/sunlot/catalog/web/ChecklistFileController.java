package cn.sunlot.catalog.web;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.catalog.usecase.ChecklistFiles;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.Section;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.papers.PaperResponse;
import cn.sunlot.kernel.web.ProblemTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Checklists as files. One that comes in is read and shown in the editor; only what is saved there
 * changes the draft.
 */
@RestController
@RequestMapping("/api/items")
class ChecklistFileController {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** A checklist that was read from a file, without mistakes and not saved. */
  record ReadChecklist(String title, List<Section> sections) {}

  private final ItemViews views;
  private final ChecklistFiles files;
  private final ProblemTexts texts;

  ChecklistFileController(ItemViews views, ChecklistFiles files, ProblemTexts texts) {
    this.views = views;
    this.files = files;
    this.texts = texts;
  }

  /** The checklist of the version with this number, or of the current one, in the form model. */
  @GetMapping(value = "/{id}/checklist.json", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Requires(Permission.CATALOG_VIEW)
  ResponseEntity<byte[]> downloadItemChecklist(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer number) {
    Checklist checklist = views.checklist(id, number);
    return file(
        files.json(checklist.definition()),
        checklist.title() + ".json",
        MediaType.APPLICATION_OCTET_STREAM_VALUE);
  }

  /** The same as a workbook, which can be filled in and read again. */
  @GetMapping(value = "/{id}/checklist.xlsx", produces = XLSX)
  @Requires(Permission.CATALOG_VIEW)
  ResponseEntity<byte[]> downloadItemChecklistWorkbook(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer number,
      @RequestParam(required = false) @Nullable String lang,
      Locale asked) {
    Checklist checklist = views.checklist(id, number);
    return file(
        files.workbook(checklist.definition(), PaperResponse.language(lang, asked)),
        checklist.title() + ".xlsx",
        XLSX);
  }

  /** A workbook with an example of each kind of question, and explanations at the headings. */
  @GetMapping(value = "/checklist-template.xlsx", produces = XLSX)
  @Requires(Permission.CATALOG_EDIT)
  ResponseEntity<byte[]> downloadChecklistTemplate(
      @RequestParam(required = false) @Nullable String lang, Locale asked) {
    Locale locale = PaperResponse.language(lang, asked);
    return file(
        files.template(locale), texts.text("catalog.table.template", locale) + ".xlsx", XLSX);
  }

  @PostMapping(value = "/{id}/read-checklist", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.CATALOG_EDIT)
  ReadChecklist readItemChecklist(
      @PathVariable UUID id, @RequestParam MultipartFile file, Locale locale) throws IOException {
    views.detail(id);
    String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
    Path copy = Files.createTempFile("sunlot-checklist-", "");
    try {
      file.transferTo(copy);
      Definition read = files.read(copy, name, locale);
      return new ReadChecklist(read.title(), read.sections());
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, String name, String type) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " "), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(bytes);
  }
}

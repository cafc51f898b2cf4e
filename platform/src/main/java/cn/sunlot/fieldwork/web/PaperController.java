package cn.sunlot.fieldwork.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.papers.Paper;
import cn.sunlot.kernel.papers.PaperResponse;
import cn.sunlot.kernel.papers.Papers;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a visit as PDF: notice, checklist, record sheet. */
@RestController
@RequestMapping(value = "/api/visits/{id}", produces = MediaType.APPLICATION_PDF_VALUE)
class PaperController {

  private final VisitPapers visits;
  private final RecordPapers records;
  private final Papers papers;

  PaperController(VisitPapers visits, RecordPapers records, Papers papers) {
    this.visits = visits;
    this.records = records;
    this.papers = papers;
  }

  @GetMapping("/notice.pdf")
  @Requires(Permission.VISIT_VIEW)
  ResponseEntity<byte[]> getVisitNotice(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String lang, Locale asked) {
    return print(visits.notice(id, PaperResponse.language(lang, asked)));
  }

  @GetMapping("/checklist.pdf")
  @Requires(Permission.VISIT_VIEW)
  ResponseEntity<byte[]> getVisitChecklist(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestParam(required = false) @Nullable String lang,
      Locale asked) {
    return print(records.checklist(id, department, PaperResponse.language(lang, asked)));
  }

  @GetMapping("/record.pdf")
  @Requires(Permission.VISIT_VIEW)
  ResponseEntity<byte[]> getVisitRecordSheet(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestParam(required = false) @Nullable String lang,
      Locale asked) {
    return print(records.record(id, department, PaperResponse.language(lang, asked)));
  }

  private ResponseEntity<byte[]> print(Paper paper) {
    return PaperResponse.of(paper, papers.print(paper));
  }
}

package cn.sunlot.drawing.web;

import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.store.DrawSearch;
import cn.sunlot.drawing.store.RecordStore.Attachment;
import cn.sunlot.drawing.usecase.Transcripts;
import cn.sunlot.drawing.web.DrawResponses.DrawDetail;
import cn.sunlot.drawing.web.DrawResponses.DrawRow;
import cn.sunlot.drawing.web.DrawResponses.ReceiptView;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.papers.Paper;
import cn.sunlot.kernel.papers.PaperResponse;
import cn.sunlot.kernel.papers.Papers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads draws. None of these changes or draws anything. */
@RestController
@RequestMapping("/api/draws")
class DrawController {

  private final DrawViews views;
  private final Transcripts transcripts;
  private final Draws draws;
  private final Files files;
  private final DrawPapers sheets;
  private final Papers papers;
  private final DrawArchive archive;

  DrawController(
      DrawViews views,
      Transcripts transcripts,
      Draws draws,
      Files files,
      DrawPapers sheets,
      Papers papers,
      DrawArchive archive) {
    this.views = views;
    this.transcripts = transcripts;
    this.draws = draws;
    this.files = files;
    this.sheets = sheets;
    this.papers = papers;
    this.archive = archive;
  }

  /** Draws, the newest first unless sorted otherwise; void ones are among them. */
  @GetMapping
  @Requires(Permission.DRAW_VIEW)
  Page<DrawRow> listDraws(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String purpose,
      @RequestParam(required = false) @Nullable UUID task,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(defaultValue = "-preparedAt") String sort) {
    return views.page(
        new DrawSearch.Filter(q, state, purpose, task), new Page.Request(page, size), sort);
  }

  @GetMapping("/{id}")
  @Requires(Permission.DRAW_VIEW)
  DrawDetail getDraw(@PathVariable UUID id) {
    return views.detail(id);
  }

  /** What a party keeps to compare with what is published. */
  @GetMapping("/{id}/receipts/{party}")
  @Requires(Permission.DRAW_VIEW)
  ReceiptView getDrawReceipt(@PathVariable UUID id, @PathVariable String party) {
    return views.receipt(id, party);
  }

  /** Recomputes the stored draw and says what differs. */
  @GetMapping("/{id}/check")
  @Requires(Permission.DRAW_VIEW)
  Draws.Check checkDraw(@PathVariable UUID id) {
    return draws.check(id);
  }

  /** The transcript as a zip (draw.md section 11). */
  @GetMapping("/{id}/transcript")
  @Requires(Permission.DRAW_VIEW)
  void getDrawTranscript(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    Transcripts.Named named = transcripts.get(id);
    describe(response, "application/zip", named.ref() + ".zip");
    named.transcript().writeZip(response.getOutputStream());
  }

  /** The record sheet as PDF, to be signed by all present. */
  @GetMapping(value = "/{id}/record.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Requires(Permission.DRAW_VIEW)
  ResponseEntity<byte[]> getDrawRecordSheet(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String lang, Locale asked) {
    Paper sheet = sheets.sheet(id, PaperResponse.language(lang, asked));
    return PaperResponse.of(sheet, papers.print(sheet));
  }

  /** Record sheet, transcript, photos, signatures in one zip, with the hash of each. */
  @GetMapping("/{id}/archive")
  @Requires(Permission.DRAW_VIEW)
  void getDrawArchive(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String lang,
      Locale asked,
      HttpServletResponse response)
      throws IOException {
    archive.write(
        id,
        PaperResponse.language(lang, asked),
        name -> {
          describe(response, "application/zip", name);
          return response.getOutputStream();
        });
  }

  /** A photo, a video or the signed sheet of the record. */
  @GetMapping("/{id}/attachments/{attachmentId}")
  @Requires(Permission.DRAW_VIEW)
  void getDrawAttachment(
      @PathVariable UUID id, @PathVariable UUID attachmentId, HttpServletResponse response)
      throws IOException {
    Attachment attachment = views.attachment(id, attachmentId);
    describe(response, attachment.mediaType(), attachment.name());
    response.setContentLengthLong(attachment.size());
    try (InputStream in = files.open(attachment.sha256())) {
      in.transferTo(response.getOutputStream());
    }
  }

  private static void describe(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
  }
}

package cn.sunlot.fieldwork.web;

import cn.sunlot.fieldwork.domain.AdvanceNotice.Said;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.usecase.AddEvidence;
import cn.sunlot.fieldwork.usecase.NoteAdvanceNotice;
import cn.sunlot.fieldwork.usecase.ReviewRecord;
import cn.sunlot.fieldwork.usecase.SaveRecord;
import cn.sunlot.fieldwork.usecase.SubmitRecord;
import cn.sunlot.fieldwork.web.RecordViews.EvidenceFile;
import cn.sunlot.fieldwork.web.RecordViews.RecordDetail;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The record of a visit: entered by the team, reviewed by the section's head. */
@RestController
@RequestMapping("/api/visits/{id}/record")
class RecordController {

  record Note(@NotNull @Size(max = 1000) String note) {}

  /**
   * A leader's word.
   *
   * @param withheld why the law keeps the results from the public; null or "" where it does not
   */
  record Acceptance(
      @NotNull @Size(max = 1000) String note, @Nullable @Size(max = 1000) String withheld) {}

  /**
   * How the record is handed in.
   *
   * @param mobile whether by mobile
   */
  record Submission(@Nullable Boolean mobile) {}

  /**
   * Whether the target was told beforehand.
   *
   * @param way wire name of a way of giving notice
   * @param givenAt when; null where none was given
   * @param law what demands it where the rules forbid it
   * @param reason why none was given
   */
  record NoticeBeforehand(
      boolean given,
      @Nullable @Size(max = 40) String way,
      @Nullable @Size(max = 200) String receiver,
      @Nullable Instant givenAt,
      @Nullable @Size(max = 500) String law,
      @Nullable @Size(max = 500) String reason) {

    Said said() {
      return given
          ? new Said(true, or(way), or(receiver), givenAt, or(law), "")
          : new Said(false, "", "", null, "", or(reason));
    }

    private static String or(@Nullable String text) {
      return text == null ? "" : text.strip();
    }
  }

  private final RecordViews views;
  private final SaveRecord save;
  private final SubmitRecord submit;
  private final ReviewRecord review;
  private final AddEvidence addEvidence;
  private final NoteAdvanceNotice noteNotice;

  RecordController(
      RecordViews views,
      SaveRecord save,
      SubmitRecord submit,
      ReviewRecord review,
      AddEvidence addEvidence,
      NoteAdvanceNotice noteNotice) {
    this.views = views;
    this.save = save;
    this.submit = submit;
    this.review = review;
    this.addEvidence = addEvidence;
    this.noteNotice = noteNotice;
  }

  @GetMapping
  @Requires(Permission.VISIT_VIEW)
  RecordDetail getVisitRecord(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID department) {
    return views.detail(id, department);
  }

  @PostMapping("/save")
  @Requires(Permission.RESULT_ENTER)
  RecordDetail saveVisitRecord(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody RecordContent content) {
    save.run(id, department, IfMatch.read(seen), content);
    return views.detail(id, department);
  }

  @PostMapping("/submit")
  @Requires(Permission.RESULT_ENTER)
  RecordDetail submitVisitRecord(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody(required = false) @Nullable Submission how) {
    boolean mobile = how != null && Boolean.TRUE.equals(how.mobile());
    submit.run(id, department, IfMatch.read(seen), mobile);
    return views.detail(id, department);
  }

  @PostMapping("/accept")
  @Requires(Permission.RESULT_REVIEW)
  RecordDetail acceptVisitRecord(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Acceptance word) {
    String withheld = word.withheld() == null ? "" : word.withheld();
    review.accept(id, department, IfMatch.read(seen), word.note(), withheld);
    return views.detail(id, department);
  }

  @PostMapping("/send-back")
  @Requires(Permission.RESULT_REVIEW)
  RecordDetail sendBackVisitRecord(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Note note) {
    review.sendBack(id, department, IfMatch.read(seen), note.note());
    return views.detail(id, department);
  }

  /** Puts down whether the target was told of the visit beforehand. */
  @PostMapping("/note-notice")
  @Requires(Permission.RESULT_ENTER)
  RecordDetail noteVisitNotice(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID department,
      @Valid @RequestBody NoticeBeforehand notice) {
    noteNotice.run(id, notice.said());
    return views.detail(id, department);
  }

  @PostMapping(value = "/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.RESULT_ENTER)
  RecordDetail addVisitEvidence(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") @Size(max = 200) String caption,
      @RequestParam MultipartFile file)
      throws IOException {
    String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
    try (var in = file.getInputStream()) {
      addEvidence.run(id, kind, name, caption, in);
    }
    return views.detail(id, department);
  }

  @GetMapping("/evidence/{evidenceId}")
  @Requires(Permission.VISIT_VIEW)
  ResponseEntity<Resource> getVisitEvidence(@PathVariable UUID id, @PathVariable UUID evidenceId) {
    EvidenceFile file = views.evidence(id, evidenceId);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(file.bytes());
  }
}

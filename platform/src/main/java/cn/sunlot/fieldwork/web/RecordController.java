package cn.sunlot.fieldwork.web;

import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.usecase.AddEvidence;
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
import java.util.UUID;
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

  private final RecordViews views;
  private final SaveRecord save;
  private final SubmitRecord submit;
  private final ReviewRecord review;
  private final AddEvidence addEvidence;

  RecordController(
      RecordViews views,
      SaveRecord save,
      SubmitRecord submit,
      ReviewRecord review,
      AddEvidence addEvidence) {
    this.views = views;
    this.save = save;
    this.submit = submit;
    this.review = review;
    this.addEvidence = addEvidence;
  }

  @GetMapping
  @Requires(Permission.VISIT_VIEW)
  RecordDetail getVisitRecord(@PathVariable UUID id) {
    return views.detail(id);
  }

  @PostMapping("/save")
  @Requires(Permission.RESULT_ENTER)
  RecordDetail saveVisitRecord(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody RecordContent content) {
    save.run(id, IfMatch.read(seen), content);
    return views.detail(id);
  }

  @PostMapping("/submit")
  @Requires(Permission.RESULT_ENTER)
  RecordDetail submitVisitRecord(
      @PathVariable UUID id, @RequestHeader(IfMatch.HEADER) String seen) {
    submit.run(id, IfMatch.read(seen));
    return views.detail(id);
  }

  @PostMapping("/accept")
  @Requires(Permission.RESULT_REVIEW)
  RecordDetail acceptVisitRecord(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Note note) {
    review.accept(id, IfMatch.read(seen), note.note());
    return views.detail(id);
  }

  @PostMapping("/send-back")
  @Requires(Permission.RESULT_REVIEW)
  RecordDetail sendBackVisitRecord(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Note note) {
    review.sendBack(id, IfMatch.read(seen), note.note());
    return views.detail(id);
  }

  @PostMapping(value = "/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.RESULT_ENTER)
  RecordDetail addVisitEvidence(
      @PathVariable UUID id,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") @Size(max = 200) String caption,
      @RequestParam MultipartFile file)
      throws IOException {
    String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
    try (var in = file.getInputStream()) {
      addEvidence.run(id, kind, name, caption, in);
    }
    return views.detail(id);
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

package cn.sunlot.credit.web;

import cn.sunlot.credit.usecase.ApproveScorecard;
import cn.sunlot.credit.usecase.DraftScorecard;
import cn.sunlot.credit.usecase.StartRun;
import cn.sunlot.credit.web.CreditRequests.Approval;
import cn.sunlot.credit.web.CreditRequests.Because;
import cn.sunlot.credit.web.CreditRequests.Draft;
import cn.sunlot.credit.web.CreditResponses.RunView;
import cn.sunlot.credit.web.CreditResponses.ScorecardDetail;
import cn.sunlot.credit.web.CreditResponses.ScorecardsView;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Scorecards and what is computed with them. Whoever may read the rules may read these. */
@RestController
@RequestMapping("/api/credit")
class ScorecardController {

  private final DraftScorecard draft;
  private final ApproveScorecard approve;
  private final StartRun start;
  private final ScorecardViews views;

  ScorecardController(
      DraftScorecard draft, ApproveScorecard approve, StartRun start, ScorecardViews views) {
    this.draft = draft;
    this.approve = approve;
    this.start = start;
    this.views = views;
  }

  /** All versions, the newest first, and the last computations. */
  @GetMapping("/scorecards")
  @Requires(Permission.POLICY_VIEW)
  ScorecardsView listScorecards() {
    return views.all();
  }

  @GetMapping("/scorecards/{id}")
  @Requires(Permission.POLICY_VIEW)
  ScorecardDetail getScorecard(@PathVariable UUID id) {
    return views.detail(id);
  }

  /** Begins a draft with what is in force, or with the general indicators. */
  @PostMapping("/scorecards")
  @Requires(Permission.CREDIT_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  ScorecardDetail draftScorecard(@Valid @RequestBody Because because) {
    return views.detail(draft.run(because.reason()).id());
  }

  @PostMapping("/scorecards/{id}/change")
  @Requires(Permission.CREDIT_EDIT)
  ScorecardDetail changeScorecard(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Draft change) {
    draft.change(id, IfMatch.read(seen), change.content(), change.reason());
    return views.detail(id);
  }

  /** Computes what the draft would bring, as a job; nothing changes. */
  @PostMapping("/scorecards/{id}/try")
  @Requires(Permission.CREDIT_EDIT)
  RunView tryScorecard(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.run(start.tryOut(id, IfMatch.read(seen)).id());
  }

  @PostMapping("/scorecards/{id}/submit")
  @Requires(Permission.CREDIT_EDIT)
  ScorecardDetail submitScorecard(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    draft.submit(id, IfMatch.read(seen));
    return views.detail(id);
  }

  @PostMapping("/scorecards/{id}/discard")
  @Requires(Permission.CREDIT_EDIT)
  ScorecardDetail discardScorecard(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    draft.discard(id, IfMatch.read(seen));
    return views.detail(id);
  }

  @PostMapping("/scorecards/{id}/approve")
  @Requires(Permission.CREDIT_APPROVE)
  ScorecardDetail approveScorecard(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody(required = false) @Nullable Approval approval) {
    approve.run(id, IfMatch.read(seen), approval == null ? null : approval.from());
    return views.detail(id);
  }

  @PostMapping("/scorecards/{id}/send-back")
  @Requires(Permission.CREDIT_APPROVE)
  ScorecardDetail sendScorecardBack(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    approve.sendBack(id, IfMatch.read(seen), because.reason());
    return views.detail(id);
  }

  /** Computes all classes with the scorecard in force, as a job. */
  @PostMapping("/runs")
  @Requires(Permission.CREDIT_EDIT)
  RunView computeClasses() {
    return views.run(start.run().id());
  }

  @GetMapping("/runs/{id}")
  @Requires(Permission.POLICY_VIEW)
  RunView getRun(@PathVariable UUID id) {
    return views.run(id);
  }
}

package cn.sunlot.credit.web;

import cn.sunlot.credit.store.CreditSearch;
import cn.sunlot.credit.store.CreditSearch.WarningFilter;
import cn.sunlot.credit.usecase.SettleWarning;
import cn.sunlot.credit.usecase.TakeRecords;
import cn.sunlot.credit.web.CreditRequests.FigureBatch;
import cn.sunlot.credit.web.CreditRequests.FigureRow;
import cn.sunlot.credit.web.CreditRequests.Note;
import cn.sunlot.credit.web.CreditRequests.TellingBatch;
import cn.sunlot.credit.web.CreditRequests.TellingRow;
import cn.sunlot.credit.web.CreditResponses.CreditCard;
import cn.sunlot.credit.web.CreditResponses.TakenView;
import cn.sunlot.credit.web.CreditResponses.WarningRow;
import cn.sunlot.imports.ImportKind.Merged;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is known of targets, warnings, and what other systems send. */
@RestController
@RequestMapping("/api/credit")
class CreditController {

  private final CreditSearch search;
  private final TakeRecords take;
  private final SettleWarning settle;
  private final CreditViews views;

  CreditController(CreditSearch search, TakeRecords take, SettleWarning settle, CreditViews views) {
    this.search = search;
    this.take = take;
    this.settle = settle;
    this.views = views;
  }

  /** Why a target has its class, on which lists it stands, what is known of it. */
  @GetMapping("/targets/{id}")
  @Requires(Permission.CREDIT_VIEW)
  CreditCard getCreditCard(@PathVariable UUID id) {
    return views.card(id);
  }

  /** Targets whose class worsened, the worst and latest first. */
  @GetMapping("/warnings")
  @Requires(Permission.CREDIT_VIEW)
  Page<WarningRow> listCreditWarnings(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Boolean settled,
      @RequestParam(required = false) @Nullable String riskClass,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size) {
    return search
        .pageWarnings(
            SignedIn.get().scope(),
            new WarningFilter(q, settled, riskClass),
            new Page.Request(page, size))
        .map(views::warning);
  }

  @PostMapping("/warnings/{id}/settle")
  @Requires(Permission.CREDIT_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void settleCreditWarning(@PathVariable UUID id, @Valid @RequestBody Note note) {
    settle.run(id, note.note());
  }

  /** Takes a batch of what happened; the same again changes nothing, something else corrects. */
  @PostMapping("/observations")
  @Requires(Permission.CREDIT_EDIT)
  TakenView takeObservations(@Valid @RequestBody TellingBatch batch) {
    return taken(take.run(batch.rows().stream().map(TellingRow::read).toList()));
  }

  /** Takes a batch of figures; of one target and code the latest day counts. */
  @PostMapping("/values")
  @Requires(Permission.CREDIT_EDIT)
  TakenView takeValues(@Valid @RequestBody FigureBatch batch) {
    return taken(take.runFigures(batch.rows().stream().map(FigureRow::read).toList()));
  }

  static TakenView taken(Merged merged) {
    return new TakenView(merged.added(), merged.changed(), merged.unchanged());
  }
}

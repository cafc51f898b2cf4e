package cn.sunlot.drawing.web;

import cn.sunlot.drawing.domain.SourceKind.Declaration;
import cn.sunlot.drawing.usecase.AcknowledgeReport;
import cn.sunlot.drawing.usecase.AttachFile;
import cn.sunlot.drawing.usecase.CloseDraw;
import cn.sunlot.drawing.usecase.CommitDraw;
import cn.sunlot.drawing.usecase.DeclareSource;
import cn.sunlot.drawing.usecase.EndRounds;
import cn.sunlot.drawing.usecase.EnterPublicValue;
import cn.sunlot.drawing.usecase.RevealNonce;
import cn.sunlot.drawing.usecase.RunDraw;
import cn.sunlot.drawing.usecase.RunRound;
import cn.sunlot.drawing.usecase.SucceedDraw;
import cn.sunlot.drawing.usecase.VoidDraw;
import cn.sunlot.drawing.web.DrawRequests.ChainRequest;
import cn.sunlot.drawing.web.DrawRequests.PublicValueRequest;
import cn.sunlot.drawing.web.DrawRequests.RevealRequest;
import cn.sunlot.drawing.web.DrawRequests.SourceRequest;
import cn.sunlot.drawing.web.DrawRequests.VoidRequest;
import cn.sunlot.drawing.web.DrawResponses.DrawDetail;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The steps of a draw. Every command answers with the draw as it is then, which may be void where
 * the book demands it.
 */
@RestController
@RequestMapping("/api/draws/{id}")
class DrawCommandController {

  private final DeclareSource declareSource;
  private final CommitDraw commit;
  private final RevealNonce reveal;
  private final EnterPublicValue enterPublicValue;
  private final RunDraw draw;
  private final RunRound drawRound;
  private final AttachFile attach;
  private final CloseDraw close;
  private final AcknowledgeReport acknowledgeReport;
  private final VoidDraw voidDraw;
  private final EndRounds endRounds;
  private final SucceedDraw succeed;
  private final DrawViews views;

  DrawCommandController(
      DeclareSource declareSource,
      CommitDraw commit,
      RevealNonce reveal,
      EnterPublicValue enterPublicValue,
      RunDraw draw,
      RunRound drawRound,
      AttachFile attach,
      CloseDraw close,
      AcknowledgeReport acknowledgeReport,
      VoidDraw voidDraw,
      EndRounds endRounds,
      SucceedDraw succeed,
      DrawViews views) {
    this.declareSource = declareSource;
    this.commit = commit;
    this.reveal = reveal;
    this.enterPublicValue = enterPublicValue;
    this.draw = draw;
    this.drawRound = drawRound;
    this.attach = attach;
    this.close = close;
    this.acknowledgeReport = acknowledgeReport;
    this.voidDraw = voidDraw;
    this.endRounds = endRounds;
    this.succeed = succeed;
    this.views = views;
  }

  @PostMapping("/declare-source")
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail declareSource(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody SourceRequest source) {
    Declaration said =
        new Declaration(
            source.name(), source.issue(), source.writing(), source.count(), source.expectedAt());
    declareSource.run(id, IfMatch.read(seen), source.kind(), said);
    return views.detail(id);
  }

  @PostMapping("/commit")
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail commitDraw(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    commit.run(id, IfMatch.read(seen));
    return views.detail(id);
  }

  @PostMapping("/reveal")
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail revealNonce(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody RevealRequest request) {
    reveal.run(id, IfMatch.read(seen), request.party(), request.nonce());
    return views.detail(id);
  }

  /** Whoever sees the draw may be the second of the two people who type the value. */
  @PostMapping("/public-value")
  @Requires(Permission.DRAW_VIEW)
  DrawDetail enterPublicValue(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody PublicValueRequest request) {
    enterPublicValue.run(id, IfMatch.read(seen), request.position(), request.value());
    return views.detail(id);
  }

  @PostMapping("/draw")
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail runDraw(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody(required = false) @Nullable ChainRequest opened) {
    draw.run(id, IfMatch.read(seen), opened == null ? null : opened.chainValue());
    return views.detail(id);
  }

  @PostMapping("/draw-round")
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail runDrawRound(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody(required = false) @Nullable ChainRequest opened) {
    drawRound.run(id, IfMatch.read(seen), opened == null ? null : opened.chainValue());
    return views.detail(id);
  }

  @PostMapping(path = "/attach", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail attachToDraw(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @RequestParam String kind,
      @RequestParam MultipartFile file)
      throws IOException {
    String name = file.getOriginalFilename() == null ? kind : file.getOriginalFilename();
    try (InputStream bytes = file.getInputStream()) {
      attach.run(id, IfMatch.read(seen), kind, name, bytes);
    }
    return views.detail(id);
  }

  @PostMapping("/close")
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail closeDraw(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    close.run(id, IfMatch.read(seen));
    return views.detail(id);
  }

  @PostMapping("/acknowledge-report")
  @Requires(Permission.DRAW_VIEW)
  DrawDetail acknowledgeDrawReport(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    acknowledgeReport.run(id, IfMatch.read(seen));
    return views.detail(id);
  }

  @PostMapping("/void")
  @Requires(Permission.DRAW_VOID)
  DrawDetail voidDraw(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody VoidRequest request) {
    voidDraw.run(id, IfMatch.read(seen), request.reason());
    return views.detail(id);
  }

  /** Void for further rounds: what was drawn stands, a successor draws what is missing. */
  @PostMapping("/end-rounds")
  @Requires(Permission.DRAW_VOID)
  DrawDetail endDrawRounds(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody VoidRequest request) {
    endRounds.run(id, IfMatch.read(seen), request.reason());
    return views.detail(id);
  }

  /** Answers with the successor. */
  @PostMapping("/succeed")
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail succeedDraw(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(succeed.run(id, IfMatch.read(seen)));
  }
}

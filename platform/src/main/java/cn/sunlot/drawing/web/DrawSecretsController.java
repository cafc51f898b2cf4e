package cn.sunlot.drawing.web;

import cn.sunlot.drawing.usecase.Openings.UnitOpening;
import cn.sunlot.drawing.usecase.ReleaseFrameKey;
import cn.sunlot.drawing.usecase.ReleaseFrameKey.Released;
import cn.sunlot.drawing.usecase.ShowOpening;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.SecretAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What of a draw is opened to one person, each time on record. */
@RestController
@RequestMapping("/api/draws/{id}")
class DrawSecretsController {

  record KeyRequest(@NotNull @Size(max = 1000) String reason) {}

  record OpeningRequest(@NotNull UUID targetId) {}

  private final ReleaseFrameKey releaseKey;
  private final ShowOpening showOpening;

  DrawSecretsController(ReleaseFrameKey releaseKey, ShowOpening showOpening) {
    this.releaseKey = releaseKey;
    this.showOpening = showOpening;
  }

  /** The frame key, for an auditor with a reason. */
  @PostMapping("/release-frame-key")
  @Requires(Permission.DRAW_KEY_RELEASE)
  Released releaseFrameKey(
      @PathVariable UUID id, @Valid @RequestBody KeyRequest request, HttpServletRequest http) {
    SecretAnswer.mark(http);
    return releaseKey.run(id, request.reason());
  }

  /** What a unit is given to check its own line. */
  @PostMapping("/show-opening")
  @Requires(Permission.DRAW_OPERATE)
  UnitOpening showOpening(
      @PathVariable UUID id, @Valid @RequestBody OpeningRequest request, HttpServletRequest http) {
    SecretAnswer.mark(http);
    return showOpening.run(id, request.targetId());
  }
}

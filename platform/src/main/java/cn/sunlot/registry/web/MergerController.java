package cn.sunlot.registry.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.usecase.MergeTargets;
import cn.sunlot.registry.usecase.SeparateTargets;
import cn.sunlot.registry.web.MergerViews.ComparisonView;
import cn.sunlot.registry.web.MergerViews.TargetMergers;
import cn.sunlot.registry.web.TargetRequests.ReasonRequest;
import cn.sunlot.registry.web.TargetResponses.TargetDetail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts two targets side by side, merges them, and separates them again. */
@RestController
@RequestMapping("/api")
class MergerController {

  /**
   * A merger.
   *
   * @param absorbedVersion the version of the absorbed target that was seen
   * @param taken fields of the absorbed target that are kept instead of the survivor's
   */
  record MergeRequest(
      @NotNull UUID absorbedId,
      int absorbedVersion,
      @NotNull @Size(max = 100) List<@NotNull @Size(max = 100) String> taken,
      @NotNull @Size(max = 1000) String reason) {}

  private final MergerViews views;
  private final TargetViews targets;
  private final MergeTargets merge;
  private final SeparateTargets separate;

  MergerController(
      MergerViews views, TargetViews targets, MergeTargets merge, SeparateTargets separate) {
    this.views = views;
    this.targets = targets;
    this.merge = merge;
    this.separate = separate;
  }

  /** Two targets side by side. */
  @GetMapping("/targets/{id}/beside/{otherId}")
  @Requires(Permission.TARGETS_VIEW)
  ComparisonView compareTargets(@PathVariable UUID id, @PathVariable UUID otherId) {
    return views.compare(id, otherId);
  }

  /** What was merged with a target, and what may have to be. */
  @GetMapping("/targets/{id}/mergers")
  @Requires(Permission.TARGETS_VIEW)
  TargetMergers getTargetMergers(@PathVariable UUID id) {
    return views.of(id);
  }

  /** Merges another target into this one. */
  @PostMapping("/targets/{id}/merge")
  @Requires(Permission.TARGETS_MERGE)
  TargetDetail mergeTargets(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody MergeRequest request) {
    merge.run(
        id,
        IfMatch.read(seen),
        new MergeTargets.Order(
            request.absorbedId(),
            new IfMatch(request.absorbedVersion()),
            Set.copyOf(request.taken()),
            request.reason()));
    return targets.detail(id);
  }

  /** Takes a merger back; the answer is the target that stands for itself again. */
  @PostMapping("/mergers/{id}/separate")
  @Requires(Permission.TARGETS_MERGE)
  TargetDetail separateTargets(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ReasonRequest request) {
    return targets.detail(separate.run(id, IfMatch.read(seen), request.reason()));
  }
}

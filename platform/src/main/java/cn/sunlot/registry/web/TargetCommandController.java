package cn.sunlot.registry.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.kernel.web.SecretAnswer;
import cn.sunlot.registry.domain.TargetCommand;
import cn.sunlot.registry.usecase.AddTarget;
import cn.sunlot.registry.usecase.ChangeTarget;
import cn.sunlot.registry.usecase.MoveTarget;
import cn.sunlot.registry.usecase.RelateTarget;
import cn.sunlot.registry.usecase.ShowContact;
import cn.sunlot.registry.usecase.TagTargets;
import cn.sunlot.registry.web.TargetRequests.AddRequest;
import cn.sunlot.registry.web.TargetRequests.ReasonRequest;
import cn.sunlot.registry.web.TargetRequests.RelateRequest;
import cn.sunlot.registry.web.TargetRequests.TagRequest;
import cn.sunlot.registry.web.TargetRequests.TargetChangeRequest;
import cn.sunlot.registry.web.TargetRequests.UnrelateRequest;
import cn.sunlot.registry.web.TargetResponses.ContactView;
import cn.sunlot.registry.web.TargetResponses.TaggedView;
import cn.sunlot.registry.web.TargetResponses.TargetDetail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes the registry of targets. */
@RestController
@RequestMapping("/api/targets")
class TargetCommandController {

  private final AddTarget add;
  private final ChangeTarget change;
  private final TagTargets tag;
  private final MoveTarget move;
  private final ShowContact show;
  private final RelateTarget relate;
  private final TargetViews views;

  TargetCommandController(
      AddTarget add,
      ChangeTarget change,
      TagTargets tag,
      MoveTarget move,
      ShowContact show,
      RelateTarget relate,
      TargetViews views) {
    this.add = add;
    this.change = change;
    this.tag = tag;
    this.move = move;
    this.show = show;
    this.relate = relate;
    this.views = views;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.TARGETS_EDIT)
  TargetDetail addTarget(@Valid @RequestBody AddRequest request) {
    return views.detail(add.run(request.unitId(), request.content().read()).id());
  }

  @PostMapping("/{id}/change")
  @Requires(Permission.TARGETS_EDIT)
  TargetDetail changeTarget(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody TargetChangeRequest request) {
    change.run(id, IfMatch.read(seen), request.content().read(), request.reason());
    return views.detail(id);
  }

  /** Puts a tag on all of these targets, or on none if one of them is not there. */
  @PostMapping("/tag")
  @Requires(Permission.TARGETS_EDIT)
  TaggedView tagTargets(@Valid @RequestBody TagRequest request) {
    return new TaggedView(tag.run(request.ids(), request.tag(), true, request.reason()));
  }

  @PostMapping("/untag")
  @Requires(Permission.TARGETS_EDIT)
  TaggedView untagTargets(@Valid @RequestBody TagRequest request) {
    return new TaggedView(tag.run(request.ids(), request.tag(), false, request.reason()));
  }

  @PostMapping("/{id}/close")
  @Requires(Permission.TARGETS_EDIT)
  TargetDetail closeTarget(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ReasonRequest request) {
    return moved(id, seen, TargetCommand.CLOSE, request);
  }

  /** It moved away, out of the authority's region. */
  @PostMapping("/{id}/move")
  @Requires(Permission.TARGETS_EDIT)
  TargetDetail moveTarget(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ReasonRequest request) {
    return moved(id, seen, TargetCommand.MOVE, request);
  }

  @PostMapping("/{id}/revoke")
  @Requires(Permission.TARGETS_EDIT)
  TargetDetail revokeTarget(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ReasonRequest request) {
    return moved(id, seen, TargetCommand.REVOKE, request);
  }

  @PostMapping("/{id}/reopen")
  @Requires(Permission.TARGETS_EDIT)
  TargetDetail reopenTarget(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ReasonRequest request) {
    return moved(id, seen, TargetCommand.REOPEN, request);
  }

  /** Says what it belongs to: where it stands, whose it is. */
  @PostMapping("/{id}/relate")
  @Requires(Permission.TARGETS_EDIT)
  TargetDetail relateTarget(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody RelateRequest request) {
    relate.run(id, IfMatch.read(seen), request.relation(), request.unitId(), request.reason());
    return views.detail(id);
  }

  @PostMapping("/{id}/unrelate")
  @Requires(Permission.TARGETS_EDIT)
  TargetDetail unrelateTarget(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody UnrelateRequest request) {
    relate.withdraw(id, IfMatch.read(seen), request.relation(), request.reason());
    return views.detail(id);
  }

  /** Shows the contact in full; the reason is recorded. */
  @PostMapping("/{id}/show-contact")
  @Requires(Permission.TARGETS_VIEW)
  ContactView showContact(
      @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, HttpServletRequest http) {
    SecretAnswer.mark(http);
    return new ContactView(show.show(id, request.reason()));
  }

  private TargetDetail moved(
      UUID id, @Nullable String seen, TargetCommand command, ReasonRequest request) {
    move.run(id, IfMatch.read(seen), command, request.reason());
    return views.detail(id);
  }
}

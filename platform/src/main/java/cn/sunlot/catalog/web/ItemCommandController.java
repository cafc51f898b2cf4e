package cn.sunlot.catalog.web;

import cn.sunlot.catalog.usecase.ApproveItem;
import cn.sunlot.catalog.usecase.ChangeItemDraft;
import cn.sunlot.catalog.usecase.CreateItem;
import cn.sunlot.catalog.usecase.DiscardItemDraft;
import cn.sunlot.catalog.usecase.DraftItemVersion;
import cn.sunlot.catalog.usecase.PublishItem;
import cn.sunlot.catalog.usecase.RetireItem;
import cn.sunlot.catalog.usecase.SaveChecklist;
import cn.sunlot.catalog.usecase.SendBackItem;
import cn.sunlot.catalog.usecase.SubmitItem;
import cn.sunlot.catalog.web.ItemRequests.Because;
import cn.sunlot.catalog.web.ItemRequests.ChecklistForm;
import cn.sunlot.catalog.web.ItemRequests.Content;
import cn.sunlot.catalog.web.ItemRequests.NewItem;
import cn.sunlot.catalog.web.ItemRequests.NewVersion;
import cn.sunlot.catalog.web.ItemRequests.Publication;
import cn.sunlot.catalog.web.ItemRequests.Retirement;
import cn.sunlot.catalog.web.ItemResponses.ItemDetail;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
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

/** Changes the item list. */
@RestController
@RequestMapping("/api/items")
class ItemCommandController {

  private final CreateItem create;
  private final ChangeItemDraft changeDraft;
  private final SaveChecklist saveChecklist;
  private final SubmitItem submit;
  private final ApproveItem approve;
  private final SendBackItem sendBack;
  private final DiscardItemDraft discard;
  private final PublishItem publish;
  private final DraftItemVersion newVersion;
  private final RetireItem retire;
  private final ItemViews views;

  ItemCommandController(
      CreateItem create,
      ChangeItemDraft changeDraft,
      SaveChecklist saveChecklist,
      SubmitItem submit,
      ApproveItem approve,
      SendBackItem sendBack,
      DiscardItemDraft discard,
      PublishItem publish,
      DraftItemVersion newVersion,
      RetireItem retire,
      ItemViews views) {
    this.create = create;
    this.changeDraft = changeDraft;
    this.saveChecklist = saveChecklist;
    this.submit = submit;
    this.approve = approve;
    this.sendBack = sendBack;
    this.discard = discard;
    this.publish = publish;
    this.newVersion = newVersion;
    this.retire = retire;
    this.views = views;
  }

  @PostMapping
  @Requires(Permission.CATALOG_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  ItemDetail createItem(@Valid @RequestBody NewItem item) {
    UUID section =
        item.departmentId() == null ? SignedIn.get().departmentId() : item.departmentId();
    return views.detail(create.run(section, item.code(), item.content().read()));
  }

  @PostMapping("/{id}/change-draft")
  @Requires(Permission.CATALOG_EDIT)
  ItemDetail changeItemDraft(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Content content) {
    return views.detail(changeDraft.run(id, IfMatch.read(seen), content.read()));
  }

  @PostMapping("/{id}/save-checklist")
  @Requires(Permission.CATALOG_EDIT)
  ItemDetail saveItemChecklist(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ChecklistForm form) {
    return views.detail(saveChecklist.run(id, IfMatch.read(seen), form.title(), form.sections()));
  }

  @PostMapping("/{id}/submit")
  @Requires(Permission.CATALOG_EDIT)
  ItemDetail submitItem(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(submit.run(id, IfMatch.read(seen)));
  }

  @PostMapping("/{id}/discard")
  @Requires(Permission.CATALOG_EDIT)
  ItemDetail discardItemDraft(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(discard.run(id, IfMatch.read(seen)));
  }

  @PostMapping("/{id}/approve")
  @Requires(Permission.CATALOG_APPROVE)
  ItemDetail approveItem(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(approve.run(id, IfMatch.read(seen)));
  }

  @PostMapping("/{id}/send-back")
  @Requires(Permission.CATALOG_APPROVE)
  ItemDetail sendItemBack(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.detail(sendBack.run(id, IfMatch.read(seen), because.reason()));
  }

  @PostMapping("/{id}/publish")
  @Requires(Permission.CATALOG_EDIT)
  ItemDetail publishItem(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody(required = false) @Nullable Publication publication) {
    return views.detail(
        publish.run(id, IfMatch.read(seen), publication == null ? null : publication.from()));
  }

  @PostMapping("/{id}/new-version")
  @Requires(Permission.CATALOG_EDIT)
  ItemDetail draftItemVersion(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody NewVersion version) {
    return views.detail(
        newVersion.run(
            id,
            IfMatch.read(seen),
            version.reason(),
            version.changedLaw() == null ? "" : version.changedLaw()));
  }

  @PostMapping("/{id}/retire")
  @Requires(Permission.CATALOG_EDIT)
  ItemDetail retireItem(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Retirement retirement) {
    return views.detail(
        retire.run(id, IfMatch.read(seen), retirement.reason(), retirement.lastDay()));
  }
}

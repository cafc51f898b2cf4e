package cn.sunlot.tasking.web;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.kernel.web.SecretAnswer;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.registry.ShownContacts;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.store.VisitSearch;
import cn.sunlot.tasking.store.VisitSearch.VisitFilter;
import cn.sunlot.tasking.usecase.Involvement;
import cn.sunlot.tasking.usecase.RequestStaffingChange;
import cn.sunlot.tasking.usecase.RequestStaffingChange.Order;
import cn.sunlot.tasking.web.VisitViews.VisitDetail;
import cn.sunlot.tasking.web.VisitViews.VisitListRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Visits: the section's, or one's own. */
@RestController
@RequestMapping("/api/visits")
class VisitController {

  private final VisitSearch search;
  private final VisitViews views;
  private final Involvement involvement;
  private final Registry registry;
  private final RequestStaffingChange request;
  private final ShownContacts contacts;

  VisitController(
      VisitSearch search,
      VisitViews views,
      Involvement involvement,
      Registry registry,
      RequestStaffingChange request,
      ShownContacts contacts) {
    this.contacts = contacts;
    this.search = search;
    this.views = views;
    this.involvement = involvement;
    this.registry = registry;
    this.request = request;
  }

  /** Recusal: who, how, which visit to swap with, and the written statement. */
  record Recusal(
      @NotNull UUID inspectorId,
      @NotNull Way way,
      @Nullable UUID otherVisitId,
      @NotNull @Size(max = 2000) String statement) {}

  /** Replacement: a listed reason, or {@code other:} with the stated case, and the statement. */
  record Replacement(
      @NotNull UUID inspectorId,
      @NotBlank @Size(max = 200) String reason,
      @NotNull @Size(max = 2000) String statement) {}

  /** Too few officers: the way asked for, and the reasoned note. */
  record Shortage(@NotNull Way way, @NotNull @Size(max = 2000) String statement) {}

  /** Why the contact is looked at. */
  record ContactReason(@NotNull @Size(max = 1000) String reason) {}

  record VisitContactView(@Nullable String contact) {}

  /** An exempt target: the statement with what it rests on. */
  record Exemption(@NotNull @Size(max = 2000) String statement) {}

  @GetMapping
  @Requires(Permission.VISIT_VIEW)
  Page<VisitListRow> pageVisits(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable UUID task,
      @RequestParam(required = false) @Nullable UUID inspector,
      @RequestParam(required = false) @Nullable UUID target,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "false") boolean mine) {
    SignedIn person = SignedIn.get();
    UUID member =
        mine
            ? registry
                .findInspectorOfPerson(person.personId())
                .map(Inspector::id)
                .orElse(person.personId())
            : inspector;
    var filter = new VisitFilter(q, state, task, member, target, department, mine, open);
    return views.rows(
        search.page(
            person.scope(), involvement.addressedTo(person), filter, new Page.Request(page, size)));
  }

  @GetMapping("/{id}")
  @Requires(Permission.VISIT_VIEW)
  VisitDetail getVisit(@PathVariable UUID id) {
    return views.detail(id);
  }

  /** The contact of the target in full; the reason is recorded. */
  @PostMapping("/{id}/show-contact")
  @Requires(Permission.VISIT_VIEW)
  VisitContactView showContactOfVisit(
      @PathVariable UUID id, @Valid @RequestBody ContactReason request, HttpServletRequest http) {
    UUID target = views.checkVisible(id).targetId();
    SecretAnswer.mark(http);
    return new VisitContactView(contacts.show(target, request.reason()));
  }

  @PostMapping("/{id}/recuse")
  @Requires(Permission.STAFFING_REQUEST)
  VisitDetail recuse(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Recusal order) {
    views.checkVisible(id);
    request.run(
        id,
        IfMatch.read(seen),
        new Order(
            Kind.RECUSAL,
            order.way(),
            order.inspectorId(),
            order.otherVisitId(),
            "interest",
            order.statement()));
    return views.detail(id);
  }

  @PostMapping("/{id}/replace")
  @Requires(Permission.STAFFING_REQUEST)
  VisitDetail replace(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Replacement order) {
    views.checkVisible(id);
    request.run(
        id,
        IfMatch.read(seen),
        new Order(
            Kind.REPLACEMENT,
            views.replacementWay(id),
            order.inspectorId(),
            null,
            order.reason(),
            order.statement()));
    return views.detail(id);
  }

  @PostMapping("/{id}/report-shortage")
  @Requires(Permission.STAFFING_REQUEST)
  VisitDetail reportShortage(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Shortage order) {
    views.checkVisible(id);
    request.run(
        id,
        IfMatch.read(seen),
        new Order(Kind.SHORTAGE, order.way(), null, null, "too-few-officers", order.statement()));
    return views.detail(id);
  }

  @PostMapping("/{id}/drop-as-exempt")
  @Requires(Permission.TASK_EDIT)
  VisitDetail dropAsExempt(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Exemption order) {
    views.checkVisible(id);
    request.run(
        id,
        IfMatch.read(seen),
        new Order(Kind.EXEMPTION, Way.NEW_RANDOM_DRAW, null, null, "exempt", order.statement()));
    return views.detail(id);
  }
}

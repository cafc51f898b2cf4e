package cn.sunlot.tasking.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.store.VisitSearch;
import cn.sunlot.tasking.store.VisitSearch.VisitFilter;
import cn.sunlot.tasking.usecase.Involvement;
import cn.sunlot.tasking.web.VisitViews.VisitListRow;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Places of a colleague in teams whose visits are not over, for who asks to replace them. */
@RestController
@RequestMapping("/api/people/{id}/places")
class PlacesController {

  /** As many as one order to replace takes. */
  private static final Page.Request MOST = new Page.Request(1, 200);

  /**
   * The places.
   *
   * @param inspectorId null if the colleague is no inspector
   * @param mayReplace whether the reader may ask for others in them
   */
  record Places(@Nullable UUID inspectorId, List<VisitListRow> visits, boolean mayReplace) {}

  private final Organisation organisation;
  private final Registry registry;
  private final VisitSearch search;
  private final VisitViews views;
  private final Involvement involvement;

  PlacesController(
      Organisation organisation,
      Registry registry,
      VisitSearch search,
      VisitViews views,
      Involvement involvement) {
    this.organisation = organisation;
    this.registry = registry;
    this.search = search;
    this.views = views;
    this.involvement = involvement;
  }

  /** Those that the reader may see, by date. */
  @GetMapping
  @Requires(Permission.MATTERS_VIEW)
  Places listPlaces(@PathVariable UUID id) {
    SignedIn reader = SignedIn.get();
    if (organisation.listPosts(id).stream().noneMatch(p -> reader.handles(p.departmentId()))) {
      throw Refused.because(KernelProblem.NOT_FOUND, id);
    }
    UUID inspector = registry.findInspectorOfPerson(id).map(Inspector::id).orElse(null);
    if (inspector == null) {
      return new Places(null, List.of(), false);
    }
    var filter = new VisitFilter(null, null, null, inspector, null, null, false, true);
    var rows = search.page(reader.scope(), involvement.addressedTo(reader), filter, MOST);
    return new Places(inspector, views.rows(rows).items(), reader.may(Permission.STAFFING_REQUEST));
  }
}

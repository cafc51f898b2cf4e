package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.store.ColleagueSearch;
import cn.sunlot.organisation.store.ColleagueSearch.ColleagueRow;
import cn.sunlot.organisation.usecase.OpenMatters;
import cn.sunlot.organisation.usecase.OpenMatters.OpenPost;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Colleagues in their posts, and what lies with them, for those who hand it over. */
@RestController
@RequestMapping("/api/colleagues")
class ColleagueController {

  /**
   * A post with what waits in it.
   *
   * @param id of the post
   * @param title as on the door, or empty
   * @param until last day of the post, or null
   * @param others who of the same department has the same roles
   */
  record ColleagueMatters(
      UUID id,
      NamedId person,
      NamedId department,
      String title,
      @OneOf(Role.class) List<String> roles,
      @Nullable LocalDate until,
      List<Todo> todos,
      List<NamedId> others) {}

  private final ColleagueSearch search;
  private final OpenMatters matters;
  private final Organisation organisation;

  ColleagueController(ColleagueSearch search, OpenMatters matters, Organisation organisation) {
    this.search = search;
    this.matters = matters;
    this.organisation = organisation;
  }

  /** Posts of the departments that the reader acts for, those that end first at the top. */
  @GetMapping
  @Requires(Permission.MATTERS_VIEW)
  Page<ColleagueRow> pageColleagues(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(required = false) @Nullable String q) {
    return search.page(SignedIn.get().scope(), q, new Page.Request(page, size));
  }

  /** What waits in one of these posts. */
  @GetMapping("/{id}")
  @Requires(Permission.MATTERS_VIEW)
  ColleagueMatters getColleague(@PathVariable UUID id) {
    OpenPost open = matters.get(id);
    UUID departmentId = open.post().departmentId();
    return new ColleagueMatters(
        id,
        new NamedId(open.person().id(), open.person().name()),
        new NamedId(departmentId, organisation.getDepartment(departmentId).name()),
        open.post().title(),
        open.post().roles().stream().map(Lifecycle::wireName).toList(),
        open.post().until(),
        open.todos(),
        open.others());
  }
}

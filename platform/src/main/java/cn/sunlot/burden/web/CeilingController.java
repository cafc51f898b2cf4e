package cn.sunlot.burden.web;

import cn.sunlot.burden.domain.PublishedCeiling;
import cn.sunlot.burden.usecase.ListCeilings;
import cn.sunlot.burden.usecase.PublishCeiling;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How often a year departments inspect one target at most, as they made public (N-1). */
@RestController
@RequestMapping("/api/ceilings")
class CeilingController {

  /** A ceiling that the own department made public. */
  record PublishedCeilingRequest(
      int year,
      @NotNull String riskClass,
      int max,
      @NotNull @Size(max = 300) String document,
      @NotNull LocalDate day) {}

  /**
   * A ceiling in force.
   *
   * @param riskClass of the targets it is for, or "" for every class that has none of its own
   */
  record PublishedCeilingView(
      NamedId department, String riskClass, int max, String document, LocalDate publishedOn) {}

  /** The ceilings of a year. */
  record CeilingList(int year, List<PublishedCeilingView> ceilings, List<String> allowedCommands) {}

  private final ListCeilings list;
  private final PublishCeiling publish;
  private final Organisation organisation;
  private final Clock clock;

  CeilingController(
      ListCeilings list, PublishCeiling publish, Organisation organisation, Clock clock) {
    this.list = list;
    this.publish = publish;
    this.organisation = organisation;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.CATALOG_VIEW)
  CeilingList listCeilings(@RequestParam(required = false) @Nullable Integer year) {
    int asked = year == null ? LocalDate.now(clock).getYear() : year;
    SignedIn person = SignedIn.get();
    return new CeilingList(
        asked,
        list.run(person.authorityId(), asked).stream().map(this::view).toList(),
        person.may(Permission.CATALOG_APPROVE) ? List.of("publish") : List.of());
  }

  /** Enters a ceiling that the own department made public. */
  @PostMapping
  @Requires(Permission.CATALOG_APPROVE)
  CeilingList publishCeiling(@Valid @RequestBody PublishedCeilingRequest order) {
    publish.run(
        new PublishCeiling.Order(
            order.year(), order.riskClass(), order.max(), order.document(), order.day()));
    return listCeilings(order.year());
  }

  private PublishedCeilingView view(PublishedCeiling ceiling) {
    var department = organisation.getDepartment(ceiling.departmentId());
    return new PublishedCeilingView(
        new NamedId(department.id(), department.name()),
        ceiling.riskClass(),
        ceiling.max(),
        ceiling.document(),
        ceiling.publishedOn());
  }
}

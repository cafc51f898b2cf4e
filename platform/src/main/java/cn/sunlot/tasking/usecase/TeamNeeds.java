package cn.sunlot.tasking.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.Tasks.VisitItem;
import cn.sunlot.tasking.domain.Bodies;
import cn.sunlot.tasking.domain.Need;
import cn.sunlot.tasking.domain.Seat;
import cn.sunlot.tasking.domain.Seats;
import cn.sunlot.tasking.domain.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What visits need people for: places, items, period. */
@Component
class TeamNeeds {

  private final Organisation organisation;
  private final Catalog catalog;
  private final Policies policies;

  TeamNeeds(Organisation organisation, Catalog catalog, Policies policies) {
    this.organisation = organisation;
    this.catalog = catalog;
    this.policies = policies;
  }

  /** A look at visits of one authority. */
  Book of(UUID authorityId) {
    return new Book(new Bodies(organisation.listDepartments(authorityId)));
  }

  /**
   * Looks up each rule, department and item once, however many visits share them; for one
   * transaction.
   */
  final class Book {

    private final Bodies bodies;
    private final Map<List<String>, Profile> profiles = new HashMap<>();
    private final Map<UUID, String> codes = new HashMap<>();
    private final Map<List<Object>, Seats> seats = new HashMap<>();
    private final Map<List<Object>, Map<UUID, SortedSet<String>>> items = new HashMap<>();

    private Book(Bodies bodies) {
      this.bodies = bodies;
    }

    Bodies bodies() {
      return bodies;
    }

    Profile profile(Visit visit) {
      return profiles.computeIfAbsent(
          List.of(visit.profileId(), visit.profileVersion()),
          k -> policies.getVersion(visit.profileId(), visit.profileVersion()));
    }

    /** The places of the visit's team. */
    Seats seats(Visit visit) {
      Set<UUID> partners = partners(visit).keySet();
      return seats.computeIfAbsent(
          List.of(
              visit.profileId(),
              visit.profileVersion(),
              visit.departmentId(),
              List.copyOf(partners)),
          k -> Seats.of(profile(visit).team().value(), visit.departmentId(), partners));
    }

    /**
     * Departments that take part beside the one that leads, each with those who check its items. In
     * a single bureau one team does for all sections.
     */
    Map<UUID, Set<UUID>> partners(Visit visit) {
      Map<UUID, Set<UUID>> partners = new LinkedHashMap<>();
      if (profile(visit).singleBureau().value()) {
        return partners;
      }
      UUID lead = bodies.body(visit.departmentId());
      for (UUID department : visit.departments()) {
        UUID body = bodies.body(department);
        if (!body.equals(lead)) {
          partners.computeIfAbsent(body, k -> new LinkedHashSet<>()).add(department);
        }
      }
      return partners;
    }

    boolean isFull(Visit visit) {
      return seats(visit).empty(visit.members()).isEmpty();
    }

    /** What the visit's empty places ask for. */
    Need need(Visit visit) {
      return new Need(
          visit.id(),
          visit.number(),
          visit.targetId(),
          visit.earliest(),
          visit.latest(),
          region(visit),
          seats(visit).empty(visit.members()),
          codes(visit),
          visit.members().stream().map(Member::inspectorId).collect(Collectors.toSet()));
    }

    /** What the visit's places ask for, as if nobody were in the team; to check who is to come. */
    Need whole(Visit visit) {
      Need need = need(visit);
      return new Need(
          need.id(),
          need.number(),
          need.targetId(),
          need.from(),
          need.to(),
          need.region(),
          seats(visit).all(),
          need.codes(),
          Set.of());
    }

    private String region(Visit visit) {
      boolean limits = profile(visit).inspectors().value().isLimitedToLicenceRegion();
      return limits ? visit.regionCode() : "";
    }

    /** Items by the department of the place whose holder checks them. */
    private Map<UUID, SortedSet<String>> codes(Visit visit) {
      List<Object> key = new ArrayList<>(List.of(visit.departmentId(), visit.profileVersion()));
      visit.items().forEach(i -> key.add(List.of(i.itemVersionId(), i.departmentId())));
      return items.computeIfAbsent(key, k -> readCodes(visit));
    }

    private Map<UUID, SortedSet<String>> readCodes(Visit visit) {
      if (!profile(visit).inspectors().value().qualificationDecides()) {
        return Map.of();
      }
      Map<UUID, SortedSet<String>> found = new HashMap<>();
      UUID lead = bodies.body(visit.departmentId());
      for (VisitItem item : visit.items()) {
        UUID body = bodies.body(item.departmentId());
        UUID place = body.equals(lead) ? visit.departmentId() : body;
        String code = codes.computeIfAbsent(item.itemVersionId(), id -> catalog.getItem(id).code());
        found.computeIfAbsent(place, k -> new TreeSet<>()).add(code);
      }
      return found;
    }

    /** The department of a place that this person acts for, of those of the visit. */
    Set<UUID> placesOf(Visit visit, SignedIn person) {
      Set<UUID> places = new LinkedHashSet<>();
      if (person.handles(visit.departmentId())) {
        places.add(visit.departmentId());
      }
      partners(visit)
          .forEach(
              (body, departments) -> {
                if (person.handles(body) || departments.stream().anyMatch(person::handles)) {
                  places.add(body);
                }
              });
      return places;
    }

    /** Needs of these visits, as far as places of these departments are empty. */
    List<Need> needs(Collection<Visit> visits, Set<UUID> places) {
      List<Need> needs = new ArrayList<>();
      for (Visit visit : visits) {
        Need need = need(visit);
        List<Seat> seats =
            need.seats().stream().filter(s -> places.contains(s.departmentId())).toList();
        if (!seats.isEmpty()) {
          needs.add(need.only(seats));
        }
      }
      return needs;
    }
  }
}

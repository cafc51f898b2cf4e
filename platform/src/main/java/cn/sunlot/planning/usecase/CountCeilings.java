package cn.sunlot.planning.usecase;

import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Counted;
import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Ceilings;
import cn.sunlot.burden.Ceilings.Hold;
import cn.sunlot.burden.Ceilings.Occasion;
import cn.sunlot.burden.Ceilings.Reading;
import cn.sunlot.burden.Ceilings.Standing;
import cn.sunlot.catalog.Catalog;
import cn.sunlot.planning.Plans.Form;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Reached;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.PoolTarget;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many targets of a line's scope are at or near their ceiling of inspections (N-1). */
@Component
@Transactional(readOnly = true)
public class CountCeilings {

  private final Ceilings ceilings;
  private final Burden burden;
  private final Registry registry;
  private final Catalog catalog;
  private final RulesOfPlans rules;

  CountCeilings(
      Ceilings ceilings, Burden burden, Registry registry, Catalog catalog, RulesOfPlans rules) {
    this.ceilings = ceilings;
    this.burden = burden;
    this.registry = registry;
    this.catalog = catalog;
    this.rules = rules;
  }

  /** By today's counts; nobody where no rules are in force. */
  public Reached run(UUID authorityId, Line line) {
    int year = line.period().from().getYear();
    Optional<Profile> profile =
        rules.find(
            line.executingId(), line.arrangement().joint() ? Inspections.JOINT : Inspections.OWN);
    Set<UUID> drawn = burden.count(Counted.all(authorityId, year)).keySet();
    if (profile.isEmpty() || drawn.isEmpty()) {
      return new Reached(0, 0, 0);
    }
    Reading reading = ceilings.read(profile.get(), occasion(authorityId, line, year));
    long at = 0;
    long near = 0;
    List<PoolTarget> targets =
        registry.listForPool(authorityId, line.filter(), drawn).stream()
            .filter(target -> target.status().equals("active"))
            .toList();
    for (PoolTarget target : targets) {
      List<Standing> standings = reading.of(target);
      if (standings.stream().anyMatch(Standing::reached)) {
        at++;
      } else if (standings.stream().anyMatch(CountCeilings::near)) {
        near++;
      }
    }
    return new Reached(targets.size(), near, at);
  }

  /** One more inspection, and the ceiling is reached. */
  private static boolean near(Standing standing) {
    return standing.hold() == Hold.HOLDS && standing.drawn() > 0 && standing.left() == 1;
  }

  private Occasion occasion(UUID authorityId, Line line, int year) {
    Set<UUID> departments = new HashSet<>(line.arrangement().participants());
    departments.add(line.executingId());
    return new Occasion(
        authorityId,
        departments,
        line.itemVersionIds().stream()
            .map(id -> catalog.getItem(id).itemId())
            .collect(Collectors.toSet()),
        line.arrangement().form() == Form.SPECIAL_CAMPAIGN ? Kind.SPECIAL : Kind.ROUTINE,
        line.arrangement().joint(),
        line.arrangement().handling() != Handling.CITY_RUN,
        year);
  }
}

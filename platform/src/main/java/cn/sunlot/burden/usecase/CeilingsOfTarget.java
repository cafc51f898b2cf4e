package cn.sunlot.burden.usecase;

import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Burden.Mark;
import cn.sunlot.burden.Ceilings;
import cn.sunlot.burden.Ceilings.Ceiling;
import cn.sunlot.burden.Ceilings.Occasion;
import cn.sunlot.burden.Ceilings.Standing;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.AnnualCap.CountedOver;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the ceilings stand for one target, as the own department sees them today (N-1). */
@Component
@Transactional(readOnly = true)
public class CeilingsOfTarget {

  /**
   * A ceiling.
   *
   * @param itemId where it is counted per item: which one it was drawn for
   */
  public record OfItem(@Nullable UUID itemId, Standing standing) {}

  private final Ceilings ceilings;
  private final Burden burden;
  private final Policies policies;
  private final Clock clock;

  CeilingsOfTarget(Ceilings ceilings, Burden burden, Policies policies, Clock clock) {
    this.ceilings = ceilings;
    this.burden = burden;
    this.policies = policies;
    this.clock = clock;
  }

  /** All that there are; none where no rules bind the authority. */
  public List<OfItem> list(UUID targetId, int year) {
    UUID authority = SignedIn.get().authorityId();
    return policies
        .findProfile(authority, LocalDate.now(clock))
        .map(profile -> list(profile, targetId, year))
        .orElse(List.of());
  }

  private List<OfItem> list(Profile profile, UUID targetId, int year) {
    if (profile.annualCap().value().scope() != CountedOver.SAME_ITEM_SAME_YEAR) {
      return ask(profile, targetId, year, null);
    }
    List<UUID> items =
        burden.listMarks(targetId, year).stream()
            .map(Mark::itemIds)
            .flatMap(Set::stream)
            .distinct()
            .toList();
    List<OfItem> all = new ArrayList<>();
    for (UUID item : items) {
      ask(profile, targetId, year, item).stream()
          .filter(one -> one.standing().ceiling() == Ceiling.ANNUAL_CAP)
          .forEach(all::add);
    }
    ask(profile, targetId, year, null).stream()
        .filter(one -> items.isEmpty() || one.standing().ceiling() != Ceiling.ANNUAL_CAP)
        .forEach(all::add);
    return all;
  }

  private List<OfItem> ask(Profile profile, UUID targetId, int year, @Nullable UUID item) {
    SignedIn person = SignedIn.get();
    Occasion occasion =
        new Occasion(
            person.authorityId(),
            Set.of(person.departmentId()),
            item == null ? Set.of() : Set.of(item),
            Kind.ROUTINE,
            true,
            year);
    return ceilings.of(profile, occasion, targetId).stream()
        .map(
            standing ->
                new OfItem(standing.ceiling() == Ceiling.ANNUAL_CAP ? item : null, standing))
        .toList();
  }
}

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
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * @param inspections which ones it is about, or null where one and the same holds for all
   */
  public record OfItem(
      @Nullable UUID itemId, @Nullable Inspections inspections, Standing standing) {}

  /** What is asked, and by which rules. */
  private record Question(
      Profile profile, UUID targetId, int year, @Nullable Inspections inspections) {

    boolean joint() {
      return inspections != Inspections.OWN;
    }
  }

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

  /**
   * All that there are; none where no rules bind the department. Where a regulation speaks of joint
   * inspections only, those of the department's own rules as well.
   */
  public List<OfItem> list(UUID targetId, int year) {
    Optional<Profile> joint = rules(Inspections.JOINT);
    Optional<Profile> own = rules(Inspections.OWN);
    if (own.map(Profile::id).equals(joint.map(Profile::id))) {
      return joint
          .map(profile -> list(new Question(profile, targetId, year, null)))
          .orElse(List.of());
    }
    List<OfItem> all = new ArrayList<>();
    joint.ifPresent(
        profile -> all.addAll(list(new Question(profile, targetId, year, Inspections.JOINT))));
    own.map(profile -> list(new Question(profile, targetId, year, Inspections.OWN))).stream()
        .flatMap(List::stream)
        .filter(one -> joint.isEmpty() || one.standing().ceiling() == Ceiling.ANNUAL_CAP)
        .forEach(all::add);
    return all;
  }

  private Optional<Profile> rules(Inspections inspections) {
    return policies.findProfileOf(SignedIn.get().departmentId(), LocalDate.now(clock), inspections);
  }

  private List<OfItem> list(Question question) {
    if (question.profile().annualCap().value().scope() != CountedOver.SAME_ITEM_SAME_YEAR) {
      return ask(question, null);
    }
    List<UUID> items =
        burden.listMarks(question.targetId(), question.year()).stream()
            .map(Mark::itemIds)
            .flatMap(Set::stream)
            .distinct()
            .toList();
    List<OfItem> all = new ArrayList<>();
    for (UUID item : items) {
      ask(question, item).stream()
          .filter(one -> one.standing().ceiling() == Ceiling.ANNUAL_CAP)
          .forEach(all::add);
    }
    ask(question, null).stream()
        .filter(one -> items.isEmpty() || one.standing().ceiling() != Ceiling.ANNUAL_CAP)
        .forEach(all::add);
    return all;
  }

  private List<OfItem> ask(Question question, @Nullable UUID item) {
    SignedIn person = SignedIn.get();
    Occasion occasion =
        new Occasion(
            person.authorityId(),
            Set.of(person.departmentId()),
            item == null ? Set.of() : Set.of(item),
            Kind.ROUTINE,
            question.joint(),
            question.year());
    return ceilings.of(question.profile(), occasion, question.targetId()).stream()
        .map(
            standing -> {
              boolean ofRules = standing.ceiling() == Ceiling.ANNUAL_CAP;
              return new OfItem(
                  ofRules ? item : null, ofRules ? question.inspections() : null, standing);
            })
        .toList();
  }
}

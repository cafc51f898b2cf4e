package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.ItemListRules;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may take part in a joint item: other departments of the region of its lead (TZ-7). */
@Component
class JointChecks {

  private final Organisation organisation;
  private final JointOffice office;
  private final ItemStore store;
  private final Policies policies;
  private final Clock clock;

  JointChecks(
      Organisation organisation,
      JointOffice office,
      ItemStore store,
      Policies policies,
      Clock clock) {
    this.organisation = organisation;
    this.office = office;
    this.store = store;
    this.policies = policies;
    this.clock = clock;
  }

  /** Refuses participants of an item of this department that cannot be. */
  void participants(UUID departmentId, ItemContent content) {
    if (!content.isJoint()) {
      return;
    }
    Department lead = office.body(departmentId);
    Authority authority = organisation.getAuthority(lead.authorityId());
    Rule<ItemListRules> rule = rule(authority.id());
    if (!authority.kind().equals("city") || rule.value().jointApprovedBy() == null) {
      throw Refused.because(CatalogProblem.NO_JOINT_LIST, content.name(), authority.name())
          .by(rule.clauses());
    }
    List<WrongValue> wrong = wrong(lead, content.participants());
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size())
          .by(rule.clauses())
          .naming(wrong);
    }
  }

  /** Who of its participants cannot be, without refusing it. */
  List<WrongValue> gaps(Item item) {
    return wrong(office.body(item.departmentId()), item.current().content().participants());
  }

  /**
   * Refuses to make a department's own item of a joint one that was published: it leaves the joint
   * list by a decision, as it came onto it (TZ-7).
   */
  void demandStaysJoint(Item item, ItemContent content) {
    boolean published =
        store.listVersions(item.id()).stream()
            .anyMatch(v -> v.state() == ItemState.PUBLISHED && v.content().isJoint());
    if (published && !content.isJoint()) {
      throw Refused.because(
              CatalogProblem.STAYS_JOINT, content.name(), office.demandNamed(item).name())
          .by(rule(item.authorityId()).clauses())
          .naming(List.of(of("", "participants-needed")));
    }
  }

  private List<WrongValue> wrong(Department lead, List<UUID> participants) {
    Map<UUID, Department> known =
        organisation.listDepartments(lead.authorityId()).stream()
            .collect(Collectors.toMap(Department::id, Function.identity()));
    List<WrongValue> wrong = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (UUID id : participants) {
      Department one = known.get(id);
      if (one == null) {
        wrong.add(of(id.toString(), "participant-unknown"));
      } else if (id.equals(lead.id())) {
        wrong.add(of(one.name(), "participant-leads"));
      } else if (one.isSection()
          || one.kind().equals("government")
          || !Objects.equals(one.region(), lead.region())) {
        wrong.add(of(one.name(), "participant-elsewhere", lead.name()));
      } else if (!seen.add(id)) {
        wrong.add(of(one.name(), "participant-twice"));
      }
    }
    return wrong;
  }

  private static WrongValue of(String name, String key, String... arguments) {
    return WrongValue.of("participants", name, "catalog.field." + key, arguments);
  }

  /** Departments that may take part in a joint item of this one; none where there is no list. */
  List<Department> candidates(UUID departmentId) {
    Department lead = office.body(departmentId);
    boolean city = organisation.getAuthority(lead.authorityId()).kind().equals("city");
    if (!city || findRule(lead.authorityId()).map(r -> r.value().jointApprovedBy()).isEmpty()) {
      return List.of();
    }
    return organisation.listDepartments(lead.authorityId()).stream()
        .filter(d -> !d.isSection() && !d.kind().equals("government"))
        .filter(d -> Objects.equals(d.region(), lead.region()) && !d.id().equals(lead.id()))
        .toList();
  }

  /** The rule where it is in force; empty under rules that have expired unconfirmed. */
  Optional<Rule<ItemListRules>> findRule(UUID authorityId) {
    return policies.findProfile(authorityId, LocalDate.now(clock)).map(Profile::itemList);
  }

  Rule<ItemListRules> rule(UUID authorityId) {
    return policies.getProfile(authorityId, LocalDate.now(clock)).itemList();
  }
}

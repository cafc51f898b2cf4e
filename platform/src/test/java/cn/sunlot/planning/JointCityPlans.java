package cn.sunlot.planning;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.JointCity;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Line;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.usecase.AnswerProposal;
import cn.sunlot.planning.usecase.ChangeProposal;
import cn.sunlot.planning.usecase.CreateJointPlan;
import cn.sunlot.planning.usecase.CreateProposal;
import cn.sunlot.planning.usecase.EnterPlanDecision;
import cn.sunlot.planning.usecase.ProposalContent;
import cn.sunlot.planning.usecase.Propose;
import cn.sunlot.planning.usecase.PublishPlan;
import cn.sunlot.planning.usecase.SubmitPlan;
import cn.sunlot.planning.usecase.TakeProposals;
import cn.sunlot.policy.usecase.ConfirmDraftProfile;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A city that plans together: emergency management leads, market supervision is the office of the
 * joint conference, ecology is a third department. Proposals and plans by the commands that people
 * give.
 *
 * @param item of emergency management, in force
 */
public record JointCityPlans(
    City city, Bureau market, Bureau emergency, Bureau ecology, UUID item, UUID marketItem) {

  public static final int YEAR = 2026;

  /** A line of emergency management's with these participants, in the year. */
  public cn.sunlot.planning.domain.Line line(String title, Bureau... participants) {
    return line(emergency, title, item, participants);
  }

  /** A line that this department leads. */
  public cn.sunlot.planning.domain.Line line(
      Bureau lead, String title, UUID itemVersionId, Bureau... participants) {
    return line(lead, title, itemVersionId, Map.of("A", 100, "D", 1000), participants);
  }

  /** The same with these ratios, in basis points. */
  public cn.sunlot.planning.domain.Line line(
      Bureau lead,
      String title,
      UUID itemVersionId,
      Map<String, Integer> ratesBp,
      Bureau... participants) {
    return new cn.sunlot.planning.domain.Line(
        Ids.next(),
        title,
        "安全生产",
        List.of(itemVersionId),
        new TargetFilter(Set.of("enterprise"), Set.of(), Set.of(), Set.of(), Set.of()),
        Rates.of(ratesBp),
        1,
        new Period(LocalDate.of(YEAR, 4, 1), LocalDate.of(YEAR, 10, 31)),
        lead.person("officer").departmentId(),
        lead.root().name(),
        new Arrangement(
            Arrays.stream(participants).map(b -> b.root().id()).toList(),
            Handling.CITY_RUN,
            Weights.NONE,
            Set.of(),
            null,
            "",
            2),
        null);
  }

  /** Makes it. */
  @Component
  public static class Maker {

    private final JointCity.Maker cities;
    private final City.Factory departments;
    private final Bureau.Factory bureaus;
    private final PublishedItems items;
    private final CreateProposal create;
    private final ChangeProposal change;
    private final Propose propose;
    private final AnswerProposal answer;
    private final CreateJointPlan createPlan;
    private final TakeProposals take;
    private final SubmitPlan submit;
    private final EnterPlanDecision decide;
    private final PublishPlan publish;
    private final ConfirmDraftProfile draftRules;
    private final Clock clock;

    Maker(
        JointCity.Maker cities,
        City.Factory departments,
        Bureau.Factory bureaus,
        PublishedItems items,
        CreateProposal create,
        ChangeProposal change,
        Propose propose,
        AnswerProposal answer,
        CreateJointPlan createPlan,
        TakeProposals take,
        SubmitPlan submit,
        EnterPlanDecision decide,
        PublishPlan publish,
        ConfirmDraftProfile draftRules,
        Clock clock) {
      this.cities = cities;
      this.departments = departments;
      this.bureaus = bureaus;
      this.items = items;
      this.create = create;
      this.change = change;
      this.propose = propose;
      this.answer = answer;
      this.createPlan = createPlan;
      this.take = take;
      this.submit = submit;
      this.decide = decide;
      this.publish = publish;
      this.draftRules = draftRules;
      this.clock = clock;
    }

    /** A city under this profile. */
    public JointCityPlans make(String profileId) {
      return make(profileId, (bureau, codes) -> {});
    }

    /** Enters a superior's list with these codes, where items come from there alone. */
    public interface Superior {
      void enter(Bureau bureau, String... codes);
    }

    /** The same, with what has to be there before items are made. */
    public JointCityPlans make(String profileId, Superior superior) {
      JointCity made = cities.make(profileId);
      if (profileId.equals("shaoxing")) {
        LocalDate until = LocalDate.now(clock).plusMonths(11);
        made.market().as("principal", () -> draftRules.run(profileId, "征求意见稿", "试行", until));
      }
      superior.enter(made.market(), "YJ-01", "SC-01");
      departments.addDepartment(made.city(), "ecology", "市生态环境局", Line.ECOLOGY);
      Bureau ecology = bureaus.in(made.city(), "ecology");
      UUID item = inForce(made.emergency(), "YJ-01");
      UUID marketItem = inForce(made.market(), "SC-01");
      return new JointCityPlans(
          made.city(), made.market(), made.emergency(), ecology, item, marketItem);
    }

    private UUID inForce(Bureau owner, String code) {
      Item item = items.inForce(owner, code, Category.KEY, null);
      return item.current().id();
    }

    public Proposal draft(JointCityPlans where, String title, Bureau... participants) {
      return draft(where.emergency(), where.line(title, participants), null);
    }

    /** A draft of this lead's. */
    public Proposal draft(
        Bureau lead, cn.sunlot.planning.domain.Line line, @Nullable AdHocGround adHoc) {
      return lead.as(
          "officer",
          () ->
              create.run(
                  lead.person("officer").departmentId(),
                  YEAR,
                  adHoc,
                  ProposalContent.of(line, "重大危险源", null, null)));
    }

    /** The same draft, which the office shall coordinate. */
    public Proposal byOffice(JointCityPlans where, Proposal draft) {
      return where
          .emergency()
          .as(
              "officer",
              () ->
                  change.run(
                      draft.id(),
                      seen(draft),
                      ProposalContent.of(draft.line(), draft.focus(), null, true)));
    }

    /** Its participants are asked, for ten days. */
    public Proposal proposed(Bureau lead, Proposal draft) {
      return lead.as(
          "officer", () -> propose.run(draft.id(), seen(draft), LocalDate.now(clock).plusDays(10)));
    }

    /** One of them agrees, without items of its own. */
    public Proposal agreed(Bureau participant, Proposal proposed) {
      return participant.as(
          "principal", () -> answer.agree(proposed.id(), seen(proposed), "", List.of()));
    }

    /** Proposed, and everybody agreed. */
    public Proposal agreed(JointCityPlans where, String title, Bureau... participants) {
      Proposal proposal = proposed(where.emergency(), draft(where, title, participants));
      for (Bureau participant : participants) {
        proposal = agreed(participant, proposal);
      }
      return proposal;
    }

    /** The joint plan of the city with these proposals, as a draft. */
    public Plan plan(JointCityPlans where, Proposal... proposals) {
      return where
          .market()
          .as(
              "conference",
              () -> {
                Plan plan = createPlan.run(YEAR, YEAR + " 年部门联合抽查计划");
                return take.run(
                    plan.id(), seen(plan), Arrays.stream(proposals).map(Proposal::id).toList());
              });
    }

    /** Submitted and decided on today. */
    public Plan decided(JointCityPlans where, Plan draft) {
      return where
          .market()
          .as(
              "conference",
              () -> {
                Plan submitted = submit.runJoint(draft.id(), seen(draft));
                return decide.run(
                    submitted.id(), seen(submitted), LocalDate.now(clock), "示联席〔2026〕1号");
              });
    }

    public Plan published(JointCityPlans where, Plan draft) {
      Plan plan = decided(where, draft);
      return where.market().as("conference", () -> publish.runJoint(plan.id(), seen(plan)));
    }

    public static IfMatch seen(Proposal proposal) {
      return new IfMatch(proposal.version());
    }

    public static IfMatch seen(Plan plan) {
      return new IfMatch(plan.version());
    }
  }
}

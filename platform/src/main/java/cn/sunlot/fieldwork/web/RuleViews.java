package cn.sunlot.fieldwork.web;

import cn.sunlot.fieldwork.domain.AdvanceNoticeRules;
import cn.sunlot.fieldwork.domain.RecordRules;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.policy.Method;
import cn.sunlot.policy.Notice;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.RefusalToSign.Witness;
import cn.sunlot.policy.Rule;
import cn.sunlot.tasking.Tasks.Visit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rules that a visit has frozen ask of its record and let choose, with their clauses. */
@Component
class RuleViews {

  /** A list of wire names, and whether a case of one's own may be stated. */
  record Choice(List<String> values, boolean open, List<String> clauses) {}

  /**
   * Notice beforehand.
   *
   * @param ways wire names of the ways of giving it
   */
  record NoticeDemand(
      @OneOf(Notice.Value.class) String value, List<String> ways, List<String> clauses) {}

  /**
   * Ways of inspecting.
   *
   * @param onSite whether a part on site is demanded
   * @param usual the one that is chosen where nothing speaks against it, or null
   * @param adjustable whether steps may be changed or dropped with a reason
   */
  record MethodDemand(
      List<String> values,
      boolean onSite,
      @Nullable String usual,
      boolean adjustable,
      List<String> clauses) {}

  /**
   * The signature, and the recording of the course.
   *
   * @param witness whether a refusal to sign may be witnessed
   */
  record SignDemand(boolean witness, boolean recording, List<String> clauses) {}

  /**
   * All of them.
   *
   * @param publish clauses that say when and by whom results are published
   * @param reported whether a report of the task precedes publication
   */
  record Demands(
      NoticeDemand notice,
      MethodDemand method,
      SignDemand sign,
      Choice results,
      Choice direct,
      List<String> publish,
      boolean reported) {}

  private final Policies policies;

  RuleViews(Policies policies) {
    this.policies = policies;
  }

  Demands demands(Visit visit) {
    Profile profile = policies.getVersion(visit.profileId(), visit.profileVersion());
    var notice = profile.advanceNotice();
    var types = profile.resultTypes();
    var direct = profile.directResults();
    return new Demands(
        new NoticeDemand(
            Lifecycle.wireName(notice.value().value()),
            new AdvanceNoticeRules(profile).ways(),
            notice.clauses()),
        method(profile),
        new SignDemand(
            profile.refusalToSign().value().witness() == Witness.WHERE_NECESSARY,
            profile.wholeProcessRecording().value(),
            profile.refusalToSign().clauses()),
        choice(types.value().values(), types.value().open(), types),
        choice(direct.value().reasons().stream().sorted().toList(), direct.value().open(), direct),
        profile.publish().clauses(),
        profile.taskReport().value().required());
  }

  private static MethodDemand method(Profile profile) {
    Rule<Method> rule = profile.method();
    Method.Way usual = rule.value().needsVisitOnSite() ? Method.Way.ON_SITE : rule.value().usual();
    return new MethodDemand(
        new RecordRules(profile).ways(),
        rule.value().needsVisitOnSite(),
        usual == null ? null : Lifecycle.wireName(usual),
        rule.value().stepsMayBeAdjusted(),
        rule.clauses());
  }

  private static Choice choice(Collection<? extends Enum<?>> values, boolean open, Rule<?> rule) {
    return new Choice(values.stream().map(Lifecycle::wireName).toList(), open, rule.clauses());
  }
}

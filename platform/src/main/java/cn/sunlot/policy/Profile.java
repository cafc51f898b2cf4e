package cn.sunlot.policy;

import cn.sunlot.kernel.Regions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule profile: what a regulation fixes, with the values it inherits where it is silent.
 * Immutable.
 */
public final class Profile {

  /**
   * What a profile says of itself.
   *
   * @param id as in {@code Authority.profileId}
   * @param version raised with every change of the file or of a file it inherits from
   * @param title the regulation
   * @param draft true for a draft: usable, and always named as one
   * @param valid from when to when, or null without limits
   * @param appliesTo to which inspections its own values apply, or null for all
   * @param binding for whom it was made, or null for anybody
   */
  public record Header(
      String id,
      String version,
      Texts title,
      boolean draft,
      @Nullable Validity valid,
      @Nullable Inspections appliesTo,
      @Nullable Binding binding) {}

  private final Header header;
  private final String hash;
  private final List<ChainLink> chain;
  private final RuleSet rules;
  private final Map<String, List<Setting>> ruling;
  private final List<Setting> displaced;

  /**
   * One file of the chain.
   *
   * @param id the profile's id
   * @param version its version
   * @param citedAs how its document is cited
   * @param clausePrefix what the ids of its clauses begin with, e.g. {@code ZB}
   * @param numbering how its document counts its provisions
   */
  public record ChainLink(
      String id, String version, Texts citedAs, String clausePrefix, Numbering numbering) {}

  /**
   * Made by the reader of profile files.
   *
   * @param hash SHA-256 in hex of the bytes of the files, in the order of the chain
   * @param chain the files in the order in which they were laid over each other, the prevailing one
   *     last
   * @param settings who set each value, in the order of the chain
   */
  public Profile(
      Header header, String hash, List<ChainLink> chain, RuleSet rules, List<Setting> settings) {
    this.header = header;
    this.hash = hash;
    this.chain = List.copyOf(chain);
    this.rules = rules;
    Map<List<String>, Setting> last = new LinkedHashMap<>();
    settings.forEach(s -> last.put(List.of(s.rule(), s.field()), s));
    Map<String, List<Setting>> byRule = new LinkedHashMap<>();
    for (Setting setting : last.values()) {
      byRule.merge(
          setting.rule(),
          List.of(setting),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    this.ruling = byRule;
    this.displaced = settings.stream().filter(s -> !last.containsValue(s)).toList();
  }

  public String id() {
    return header.id();
  }

  public String version() {
    return header.version();
  }

  /** SHA-256 in hex of the bytes of all files of {@link #chain()}, one after the other. */
  public String hash() {
    return hash;
  }

  /** The regulation, in Chinese. */
  public String title() {
    return header.title().zh();
  }

  public Header header() {
    return header;
  }

  /** The files it is made of, the prevailing one last. */
  public List<ChainLink> chain() {
    return chain;
  }

  /** Who set the values that rule, rule by rule. */
  public Map<String, List<Setting>> ruling() {
    return ruling;
  }

  /** Values that another profile of the chain has displaced. */
  public List<Setting> displaced() {
    return displaced;
  }

  /** Whether one bureau with sections works alone, so that no joint conference is needed. */
  public Rule<Boolean> singleBureau() {
    return rule("single-bureau", rules.singleBureau());
  }

  public Rule<ItemListRules> itemList() {
    return rule("item-list", rules.itemList());
  }

  public Rule<PlanRules> plan() {
    return rule("plan", rules.plan());
  }

  /** What is said of joint inspections outside the plan. */
  public Rule<AdHocRules> adHoc() {
    return rule("ad-hoc", rules.adHoc(), AdHocRules.UNSAID);
  }

  /** What is said of tasks of several departments. */
  public Rule<JointTasks> jointTasks() {
    return rule("joint-tasks", rules.jointTasks(), JointTasks.UNSAID);
  }

  public Rule<OutsideList> noInspectionOutsideList() {
    return rule("no-inspection-outside-list", rules.noInspectionOutsideList(), OutsideList.UNSAID);
  }

  public Rule<InitiationDuty> initiationDuty() {
    return rule("initiation-duty", rules.initiationDuty(), InitiationDuty.NOBODY);
  }

  public Rule<JointForms> jointForms() {
    return rule("joint-forms", rules.jointForms(), JointForms.UNSAID);
  }

  public Rule<AnnualCap> annualCap() {
    return rule("annual-cap", rules.annualCap());
  }

  public Rule<MergedVisits> mergedVisits() {
    return rule("merged-visits", rules.mergedVisits());
  }

  /** Whether tasks that hit the same target in the same period are carried out in one visit. */
  public Rule<Boolean> mergeSameTargetInSamePeriod() {
    return rule("merge-same-target-in-same-period", rules.mergeSameTargetInSamePeriod());
  }

  public Rule<ExcludeOthers> excludeDrawnByOtherSections() {
    return rule("exclude-drawn-by-other-sections", rules.excludeDrawnByOtherSections());
  }

  public Rule<KeyTargets> keyTargets() {
    return rule("key-targets", rules.keyTargets());
  }

  public Rule<LowerRate> lowerRateFor() {
    return rule("lower-rate-for", rules.lowerRateFor(), LowerRate.NOBODY);
  }

  public Rule<ExemptionList> exemptionList() {
    return rule("exemption-list", rules.exemptionList());
  }

  public Rule<DrawRules> draw() {
    return rule("draw", rules.draw());
  }

  public Rule<DrawWitness> drawWitness() {
    return rule("draw-witness", rules.drawWitness());
  }

  public Rule<ReportDrawTo> reportDrawTo() {
    return rule("report-draw-to", rules.reportDrawTo());
  }

  /** Whether the list of drawn targets stays as it is, whatever happens afterwards. */
  public Rule<Boolean> targetListImmutable() {
    return rule("target-list-immutable", rules.targetListImmutable(), false);
  }

  public Rule<InspectorDraw> inspectorDraw() {
    return rule("inspector-draw", rules.inspectorDraw());
  }

  public Rule<InspectorRules> inspectors() {
    return rule("inspectors", rules.inspectors());
  }

  public Rule<Team> team() {
    return rule("team", rules.team());
  }

  public Rule<Shortage> inspectorShortage() {
    return rule("inspector-shortage", rules.inspectorShortage());
  }

  public Rule<Replacement> replacement() {
    return rule("replacement", rules.replacement());
  }

  public Rule<Recusal> recusal() {
    return rule("recusal", rules.recusal());
  }

  public Rule<Method> method() {
    return rule("method", rules.method());
  }

  public Rule<CommissionedAgencies> commissionedAgencies() {
    return rule("commissioned-agencies", rules.commissionedAgencies(), CommissionedAgencies.UNSAID);
  }

  public Rule<Notice> advanceNotice() {
    return rule("advance-notice", rules.advanceNotice());
  }

  public Rule<TaskNotice> taskNotice() {
    return rule("task-notice", rules.taskNotice());
  }

  /** Whether the whole inspection is recorded. */
  public Rule<Boolean> wholeProcessRecording() {
    return rule("whole-process-recording", rules.wholeProcessRecording());
  }

  public Rule<RefusalToSign> refusalToSign() {
    return rule("refusal-to-sign", rules.refusalToSign());
  }

  public Rule<EntryRules> entry() {
    return rule("entry", rules.entry(), EntryRules.UNSAID);
  }

  public Rule<DirectResults> directResults() {
    return rule("direct-results", rules.directResults());
  }

  public Rule<ResultTypes> resultTypes() {
    return rule("result-types", rules.resultTypes());
  }

  public Rule<TaskReport> taskReport() {
    return rule("task-report", rules.taskReport());
  }

  public Rule<Publish> publish() {
    return rule("publish", rules.publish());
  }

  public Rule<Correction> correction() {
    return rule("correction", rules.correction());
  }

  public Rule<Objection> objection() {
    return rule("objection", rules.objection());
  }

  public Rule<FollowUp> followUp() {
    return rule("follow-up", rules.followUp());
  }

  /** What is said of leads that go to other departments. */
  public Rule<Transfer> transfer() {
    return rule("transfer", rules.transfer(), Transfer.UNSAID);
  }

  public Rule<MinorViolationList> minorViolationListWithoutPenalty() {
    return rule(
        "minor-violation-list-without-penalty",
        rules.minorViolationListWithoutPenalty(),
        MinorViolationList.UNSAID);
  }

  public Rule<Archive> archive() {
    return rule("archive", rules.archive());
  }

  public Rule<ExchangeTargets> exchangeTargets() {
    return rule("exchange-targets", rules.exchangeTargets());
  }

  public Rule<MobileShare> mobileShare() {
    return rule("mobile-share", rules.mobileShare(), MobileShare.UNSAID);
  }

  public Rule<JointShare> jointShare() {
    return rule("joint-share", rules.jointShare(), JointShare.UNSAID);
  }

  /** Whether targets are classified by credit and risk (SX-3.5). */
  public Rule<Boolean> creditRatingModule() {
    return rule("credit-rating-module", rules.creditRatingModule(), false);
  }

  public Rule<RegistryConfirmation> registryConfirmation() {
    return rule("registry-confirmation", rules.registryConfirmation(), RegistryConfirmation.NONE);
  }

  /**
   * Whether the yearly limit holds for a target.
   *
   * @param riskClass class of credit risk, A to D
   * @param tags of the target
   */
  public boolean isLimited(String riskClass, Set<String> tags) {
    return rules.annualCap().isFor(riskClass, tags, rules.keyTargets());
  }

  /** Whether a target is drawn at a lower rate. */
  public boolean isFavoured(String riskClass, Set<String> tags) {
    return lowerRateFor().value().isFor(rules.keyTargets(), riskClass, tags);
  }

  /**
   * Whether it refines the rules of an authority for the departments of a region: it is a county's,
   * that county is the region's, and it is laid over those rules (TZ-43).
   */
  public boolean refines(String profileId, String regionCode) {
    Binding binding = header.binding();
    return binding != null
        && isRefinementOf(profileId)
        && Regions.isWithin(regionCode, binding.region());
  }

  /** Whether it refines these rules for some county. */
  public boolean isRefinementOf(String profileId) {
    Binding binding = header.binding();
    return binding != null
        && binding.kind() == Binding.Kind.COUNTY
        && !id().equals(profileId)
        && chain.stream().anyMatch(link -> link.id().equals(profileId));
  }

  /** The clauses on which a rule rests, by the profile that prevails. */
  public List<String> clausesOf(String rule) {
    String from = from(rule);
    return ruling.getOrDefault(rule, List.of()).stream()
        .filter(s -> s.profileId().equals(from))
        .flatMap(s -> s.clauses().stream())
        .distinct()
        .toList();
  }

  /** The clauses on which one value of a rule rests, by the profile that prevails. */
  public List<String> clausesOf(String rule, String field) {
    return ruling.getOrDefault(rule, List.of()).stream()
        .filter(s -> s.field().equals(field))
        .flatMap(s -> s.clauses().stream())
        .distinct()
        .toList();
  }

  /** How a clause is cited: the document of the profile whose clause it is, and the article. */
  public Texts cite(String clause) {
    for (ChainLink link : chain) {
      if (clause.startsWith(link.clausePrefix() + "-")) {
        String number = clause.substring(link.clausePrefix().length() + 1);
        return Articles.cite(
            link.citedAs(), Articles.find(number, link.numbering()).stream().toList());
      }
    }
    return new Texts(clause, clause);
  }

  /** A rule that versions from before it was asked do not have. */
  private <T> Rule<T> rule(String name, @Nullable T value, T unsaid) {
    return rule(name, value == null ? unsaid : value);
  }

  private <T> Rule<T> rule(String name, T value) {
    return new Rule<>(value, clausesOf(name), from(name));
  }

  private String from(String rule) {
    Set<String> setting = new HashSet<>();
    ruling.getOrDefault(rule, List.of()).forEach(s -> setting.add(s.profileId()));
    return chain.stream().map(ChainLink::id).filter(setting::contains).reduce("", (a, b) -> b);
  }
}

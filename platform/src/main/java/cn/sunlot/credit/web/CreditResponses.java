package cn.sunlot.credit.web;

import cn.sunlot.credit.Credit;
import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.credit.domain.Run;
import cn.sunlot.credit.domain.Scorecard;
import cn.sunlot.credit.domain.ScorecardCommand;
import cn.sunlot.credit.domain.ScorecardState;
import cn.sunlot.credit.domain.TrendTest;
import cn.sunlot.kernel.OneOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What screens are told about credit. */
final class CreditResponses {

  private CreditResponses() {}

  /**
   * A computation or a trial.
   *
   * @param before class → how many targets had it
   * @param after class → how many targets have it then
   * @param digest over all changes, as it stands in the record
   */
  record RunView(
      UUID id,
      @OneOf(Run.Kind.class) String kind,
      @OneOf(Run.Outcome.class) String outcome,
      int scorecardNumber,
      LocalDate day,
      @Nullable UUID jobId,
      String startedBy,
      Instant startedAt,
      @Nullable Instant endedAt,
      long read,
      Map<String, Long> before,
      Map<String, Long> after,
      long changed,
      long worsened,
      @Nullable String digest) {}

  /** A row of the list of versions. */
  record ScorecardRow(
      UUID id,
      int number,
      String title,
      @OneOf(ScorecardState.class) String state,
      boolean inForce,
      @Nullable LocalDate from,
      String reason,
      String draftedBy,
      String approvedBy,
      Instant changedAt) {}

  /**
   * The versions.
   *
   * @param mayDraft whether this person may begin a new one now
   * @param mayCompute whether this person may have all classes computed now
   */
  record ScorecardsView(
      List<ScorecardRow> versions, List<RunView> runs, boolean mayDraft, boolean mayCompute) {}

  /**
   * A version.
   *
   * @param trial the last trial of what it says, or null
   * @param trialCurrent whether it was tried since its last change
   */
  record ScorecardDetail(
      UUID id,
      int number,
      @OneOf(ScorecardState.class) String state,
      boolean inForce,
      @Nullable LocalDate from,
      String reason,
      String draftedBy,
      String approvedBy,
      @Nullable String sentBack,
      Instant changedAt,
      int version,
      Scorecard content,
      @Nullable RunView trial,
      boolean trialCurrent,
      @OneOf(ScorecardCommand.class) List<String> allowedCommands) {}

  /**
   * One term of a score.
   *
   * @param value what was found, as a number; null where nothing is known
   * @param text what was found, where it is a field of the registry; codes as the registry has them
   * @param score points times weight, in hundredths of a point
   */
  record TermView(
      String code,
      String name,
      String group,
      String sourceKind,
      String sourceName,
      List<String> observations,
      int months,
      @Nullable Integer value,
      List<String> text,
      int points,
      int weight,
      int score,
      String basis) {}

  /** A list that brings a class at least. */
  record FloorView(@OneOf(ListKind.class) String list, String atLeast) {}

  /**
   * Why a target has its class.
   *
   * @param score in hundredths of a point
   * @param byScore the class of the score alone
   * @param rating the imported rating that decided, or null
   */
  record ExplanationView(
      int scorecardNumber,
      UUID scorecardId,
      LocalDate day,
      List<TermView> terms,
      int score,
      Scorecard.CutOffs cutOffs,
      String byScore,
      List<FloorView> floors,
      @Nullable String rating,
      String riskClass) {}

  /** A change of a class. */
  record ClassChangeView(Instant at, String from, String to, String reason, String by) {}

  /** Something that happened with a target. */
  record SeenView(
      @OneOf(Credit.Kind.class) String kind,
      LocalDate day,
      @OneOf(Credit.Selection.class) String selection,
      String source,
      String ref,
      int revision,
      boolean superseded) {}

  /** A figure that another system gave. */
  record GivenView(String code, int value, LocalDate day, String source) {}

  /**
   * The credit card of a target.
   *
   * @param explanation null before the first computation
   */
  record CreditCard(
      UUID targetId,
      String unitId,
      String name,
      String riskClass,
      @Nullable ExplanationView explanation,
      List<ListEntryView> lists,
      List<ClassChangeView> history,
      List<SeenView> seen,
      List<GivenView> given,
      boolean mayEnter) {}

  /**
   * An entry of a list.
   *
   * @param active whether the target is on the list today
   */
  record ListEntryView(
      UUID id,
      UUID targetId,
      String unitId,
      String name,
      @OneOf(ListKind.class) String list,
      LocalDate from,
      @Nullable LocalDate until,
      String ground,
      String decidedBy,
      String document,
      String source,
      String enteredBy,
      Instant enteredAt,
      @Nullable LocalDate endedOn,
      String endReason,
      boolean superseded,
      boolean active,
      int version,
      List<String> allowedCommands) {}

  /** List → how many targets stand on it today. */
  record ListCounts(Map<String, Integer> counts) {}

  /** A class that worsened. */
  record WarningRow(
      UUID id,
      UUID targetId,
      String unitId,
      String name,
      String oldClass,
      String newClass,
      LocalDate raisedOn,
      @Nullable Instant settledAt,
      String settledBy,
      String note,
      List<String> allowedCommands) {}

  /** What became of a batch. */
  record TakenView(int added, int changed, int unchanged) {}

  /** Visits with their rate of problems and where it lies with 95% confidence. */
  record RateView(
      long inspected, long problems, long prevented, double rate, double low, double high) {}

  /** A class of the evaluation. */
  record ClassRates(
      String riskClass, RateView random, RateView targeted, RateView all, boolean tooFewRandom) {}

  /** Whether the classes order risk. */
  record TrendView(@OneOf(TrendTest.Verdict.class) String verdict, double z, double p) {}

  /**
   * Whether the classes predict.
   *
   * @param leastRandom fewer random visits than this say hardly anything about a class
   * @param floorEverywhere whether each class has them
   */
  record EvaluationView(
      LocalDate from,
      LocalDate until,
      List<ClassRates> classes,
      TrendView trend,
      TrendView trendOfAll,
      long leastRandom,
      boolean floorEverywhere) {}
}

package cn.sunlot.app.demo;

import cn.sunlot.app.demo.DemoTargets.One;
import cn.sunlot.credit.Credit.Kind;
import cn.sunlot.credit.Credit.Selection;
import cn.sunlot.credit.usecase.TakeRecords;
import cn.sunlot.credit.usecase.TakeRecords.Figure;
import cn.sunlot.credit.usecase.TakeRecords.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What other systems tell of the enterprises: what happened with them, how much energy they need,
 * and how earlier inspections ended. It fits the classes that the province gave, more or less, so
 * that the bureau's own scorecard moves a few of them. The same in every demo.
 */
final class DemoRecords {

  /** The figure of how much energy an enterprise needs, in percent of its trade. */
  static final String INTENSITY = "energy-intensity";

  /** What happened with an enterprise besides inspections. */
  private static final Map<String, List<List<Kind>>> STORIES =
      Map.of(
          "A",
          List.of(List.of(), List.of(), List.of(Kind.HONOUR), List.of(), List.of()),
          "B",
          List.of(
              List.of(Kind.COMPLAINT),
              List.of(Kind.PENALTY),
              List.of(Kind.ANNUAL_REPORT_MISSED),
              List.of(Kind.COMPLAINT, Kind.COMPLAINT, Kind.COMPLAINT),
              List.of(Kind.COMPLAINT, Kind.COMPLAINT),
              List.of(Kind.INSPECTION_UNREACHABLE),
              List.of(Kind.PENALTY, Kind.HONOUR),
              List.of()),
          "C",
          List.of(
              List.of(Kind.ANNUAL_REPORT_MISSED, Kind.ANNUAL_REPORT_MISSED, Kind.COMPLAINT),
              List.of(Kind.ACCIDENT, Kind.PENALTY),
              List.of(Kind.PENALTY, Kind.PENALTY, Kind.COMPLAINT),
              List.of(Kind.INSPECTION_UNCOOPERATIVE, Kind.COMPLAINT),
              List.of(Kind.ANNUAL_REPORT_MISSED, Kind.COMPLAINT)),
          "D",
          List.of(
              List.of(Kind.PENALTY, Kind.PENALTY, Kind.ACCIDENT, Kind.ANNUAL_REPORT_MISSED),
              List.of(Kind.PENALTY, Kind.PENALTY, Kind.COMPLAINT),
              List.of(Kind.PENALTY, Kind.ACCIDENT)));

  /** Who tells it, and under which numbers. */
  private static final Map<Kind, Source> SOURCES =
      Map.ofEntries(
          Map.entry(Kind.COMPLAINT, new Source("12345 政务服务热线", "12345-%d-%04d")),
          Map.entry(Kind.PENALTY, new Source("行政处罚信息公示系统", "示行罚〔%d〕%04d号")),
          Map.entry(Kind.ANNUAL_REPORT_MISSED, new Source("市市场监督管理局", "年报-%d-%04d")),
          Map.entry(Kind.ACCIDENT, new Source("市应急管理局", "事故-%d-%04d")),
          Map.entry(Kind.HONOUR, new Source("示范市人民政府", "示政表彰〔%d〕%04d号")));

  private static final Source INSPECTION = new Source("省双随机监管平台", "检查-%d-%04d");

  private record Source(String name, String ref) {}

  private final DemoBureau bureau;
  private final DemoTargets targets;
  private final LocalDate today;
  private final List<Told> told = new ArrayList<>();

  /** How many of them were handed over. */
  private int taken;

  DemoRecords(DemoBureau bureau, DemoTargets targets) {
    this.bureau = bureau;
    this.targets = targets;
    this.today = bureau.today();
  }

  /** What is known before the first computation. */
  void make() {
    STORIES.forEach((riskClass, stories) -> tell(targets.ofClass(riskClass), stories));
    inspect("A", 2, 16);
    inspect("B", 4, 7);
    inspect("C", 5, 4);
    inspect("C", 2, 5);
    inspect("D", 5, 2);
    followComplaints();
    take();
    List<Figure> figures = new ArrayList<>();
    targets.all().forEach(one -> figures.add(intensity(one, figures.size())));
    bureau.as(DemoPerson.SECTION, () -> bureau.use(TakeRecords.class).runFigures(figures));
  }

  /** What came in since, by which some classes worsen. */
  void makeLatest() {
    List<One> low = targets.ofClass("A");
    List<One> middle = targets.ofClass("B");
    for (int n : new int[] {3, 101}) {
      tell(low.get(n), Kind.COMPLAINT, 2 + n % 5);
    }
    tell(low.get(60), Kind.PENALTY, 6);
    tell(middle.get(17), Kind.ACCIDENT, 4);
    tell(middle.get(17), Kind.PENALTY, 1);
    take();
  }

  private void tell(List<One> ones, List<List<Kind>> stories) {
    for (int n = 0; n < ones.size(); n++) {
      List<Kind> story = stories.get(n % stories.size());
      for (int event = 0; event < story.size(); event++) {
        tell(ones.get(n), story.get(event), 20 + (n * 37 + event * 61) % 320);
      }
    }
  }

  private void tell(One one, Kind kind, int daysAgo) {
    Source source = SOURCES.getOrDefault(kind, INSPECTION);
    boolean inspection = source == INSPECTION;
    tell(one, kind, daysAgo, source, inspection ? Selection.TARGETED : Selection.NONE);
  }

  /**
   * Random inspections of the last twelve months, of so many out of five; every n-th of them found
   * a problem.
   */
  private void inspect(String riskClass, int ofFive, int problemEvery) {
    List<One> ones = targets.ofClass(riskClass);
    int visits = 0;
    for (int n = 0; n < ones.size(); n++) {
      if (n % 5 < ofFive) {
        boolean problem = visits++ % problemEvery == problemEvery / 2;
        Kind kind = problem ? Kind.INSPECTION_PROBLEM : Kind.INSPECTION_PASSED;
        tell(ones.get(n), kind, 25 + (n * 29 + ofFive * 53) % 310, INSPECTION, Selection.RANDOM);
      }
    }
  }

  /** Inspections because of complaints, of those who are watched more closely anyway. */
  private void followComplaints() {
    List<One> higher = targets.ofClass("C");
    for (int n = 1; n < higher.size(); n += 4) {
      Kind kind = n % 8 == 1 ? Kind.INSPECTION_PROBLEM : Kind.INSPECTION_PASSED;
      tell(higher.get(n), kind, 15 + 11 * n);
    }
    List<One> high = targets.ofClass("D");
    for (int n = 0; n < high.size(); n++) {
      Kind kind = n % 3 == 0 ? Kind.INSPECTION_PASSED : Kind.INSPECTION_PROBLEM;
      tell(high.get(n), kind, 130 + n);
    }
    List<One> middle = targets.ofClass("B");
    for (int n = 3; n < middle.size(); n += 8) {
      tell(middle.get(n), Kind.INSPECTION_PASSED, 12 + 2 * n);
    }
  }

  private void tell(One one, Kind kind, int daysAgo, Source source, Selection selection) {
    LocalDate day = today.minusDays(daysAgo);
    String ref = String.format(Locale.ROOT, source.ref(), day.getYear(), told.size() + 1);
    told.add(new Told(one.unitId(), kind, day, selection, source.name(), ref));
  }

  /** Hands over what is new; references go on behind those of the last batch. */
  private void take() {
    List<Told> batch = List.copyOf(told.subList(taken, told.size()));
    taken = told.size();
    bureau.as(DemoPerson.SECTION, () -> bureau.use(TakeRecords.class).run(batch));
  }

  private Figure intensity(One one, int number) {
    int usual =
        switch (one.riskClass()) {
          case "A", "B" -> 71 + number * 7 % 37;
          case "C" -> 92 + number * 5 % 30;
          default -> 143;
        };
    int value = number % 15 == 4 ? usual + 30 : usual;
    return new Figure(one.unitId(), INTENSITY, value, today.minusDays(75), "市节能监察支队");
  }
}

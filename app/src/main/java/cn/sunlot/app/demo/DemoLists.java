package cn.sunlot.app.demo;

import cn.sunlot.app.demo.DemoTargets.One;
import cn.sunlot.credit.domain.ListEntry;
import cn.sunlot.credit.domain.ListEntry.Said;
import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.credit.usecase.EndListEntry;
import cn.sunlot.credit.usecase.EnterOnList;
import cn.sunlot.credit.usecase.EnterOnList.Row;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.Registry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who stands on which list, on what ground and by whose decision: most as other departments send
 * it, some entered by hand, a few over.
 */
final class DemoLists {

  private static final String MARKET = "示范市市场监督管理局";
  private static final String OFFICE = "示范市联席会议办公室";
  private static final String BUREAU = "示范市工业和信息化局";
  private static final String COURT = "示范市中级人民法院";

  private static final List<String> ABNORMAL =
      List.of("未按规定期限公示年度报告", "通过登记的住所无法联系", "公示信息隐瞒真实情况、弄虚作假");

  private final DemoBureau bureau;
  private final LocalDate today;
  private final List<One> low;
  private final List<One> middle;
  private final List<One> higher;
  private final List<One> high;
  private final List<Row> rows = new ArrayList<>();

  DemoLists(DemoBureau bureau, DemoTargets targets) {
    this.bureau = bureau;
    this.today = bureau.today();
    this.low = targets.ofClass("A");
    this.middle = targets.ofClass("B");
    this.higher = targets.ofClass("C");
    this.high = targets.ofClass("D");
  }

  void make() {
    ofTheMarket();
    exemptions();
    ofTheBureau();
    bureau.as(DemoPerson.SECTION, () -> bureau.use(EnterOnList.class).runAll(rows));
    byHand();
  }

  private void ofTheMarket() {
    // Of those whom the list alone keeps in their class.
    for (int n = 4; n < higher.size(); n += 10) {
      add(
          higher.get(n),
          ListKind.ABNORMAL_OPERATION,
          40 + 23 * n,
          null,
          ABNORMAL.get(n % 3),
          MARKET);
    }
    add(middle.get(7), ListKind.ABNORMAL_OPERATION, 96, null, ABNORMAL.get(1), MARKET);
    add(middle.get(2), ListKind.ABNORMAL_OPERATION, 510, 180, ABNORMAL.get(0), MARKET);
    add(low.get(12), ListKind.ABNORMAL_OPERATION, 700, 420, ABNORMAL.get(0), MARKET);
    add(high.get(1), ListKind.SERIOUS_VIOLATION, 210, null, "提交虚假材料取得登记，被撤销登记后拒不改正", MARKET);
    add(high.get(4), ListKind.SERIOUS_VIOLATION, 330, null, "被列入经营异常名录届满三年仍未履行义务", MARKET);
    add(high.get(5), ListKind.SERIOUS_VIOLATION, 75, null, "生产销售国家明令淘汰的用能设备，情节严重", MARKET);
    add(middle.get(4), ListKind.SERIOUS_VIOLATION, 1_180, 85, "两年内受到三次以上行政处罚", MARKET);
    add(higher.get(0), ListKind.DISHONESTY, 150, null, "有履行能力而拒不履行生效法律文书确定的义务", COURT);
    add(higher.get(6), ListKind.DISHONESTY, 58, null, "违反财产报告制度", COURT);
  }

  private void exemptions() {
    for (int n = 5; n < low.size(); n += 20) {
      LocalDate from = today.minusDays(120 + n);
      add(low.get(n), ListKind.EXEMPT, from, today.plusDays(70 + n), null, "连续三年检查未发现问题", OFFICE);
    }
    LocalDate from = today.minusDays(800);
    add(low.get(9), ListKind.EXEMPT, from, from.plusYears(2).minusDays(1), null, "市级绿色工厂", OFFICE);
    // On the exemption list with complaints: the exemption does not hold for it (ZB-12).
    add(
        middle.get(3),
        ListKind.EXEMPT,
        today.minusDays(90),
        today.plusDays(275),
        null,
        "市级绿色工厂",
        OFFICE);
  }

  /** The three lists of the bureau (N-11). */
  private void ofTheBureau() {
    for (int n = 2; n < low.size(); n += 25) {
      add(low.get(n), ListKind.NOT_DISTURBED, 130, null, "信用良好，近三年无投诉、处罚", BUREAU);
    }
    for (int n = 1; n < middle.size(); n += 8) {
      add(middle.get(n), ListKind.RANDOM, 130, null, "按一般风险企业管理", BUREAU);
    }
    for (int n = 0; n < higher.size(); n += 4) {
      add(higher.get(n), ListKind.KEY, 130, null, "能耗和安全风险较高，列为重点", BUREAU);
    }
    high.forEach(one -> add(one, ListKind.KEY, 130, null, "信用风险高", BUREAU));
  }

  /** What the section enters and ends itself. */
  private void byHand() {
    // One that was not to be disturbed comes onto the key list, and leaves the other.
    enter(low.get(27), ListKind.KEY, null, "群众反映夜间违规生产，专班研究列为重点", BUREAU);
    enter(middle.get(30), ListKind.ABNORMAL_OPERATION, null, ABNORMAL.get(1), MARKET);
    enter(low.get(46), ListKind.EXEMPT, today.plusYears(1), "省级能效领跑者", OFFICE);
    ListEntry mended =
        enter(middle.get(38), ListKind.ABNORMAL_OPERATION, null, ABNORMAL.get(0), MARKET);
    bureau.as(
        DemoPerson.SECTION,
        () ->
            bureau
                .use(EndListEntry.class)
                .run(mended.id(), new IfMatch(mended.version()), "已补报年度报告，市市场监督管理局准予移出"));
  }

  private ListEntry enter(
      One one, ListKind list, @Nullable LocalDate until, String ground, String by) {
    var session = bureau.session(DemoPerson.SECTION);
    return bureau.as(
        DemoPerson.SECTION,
        () -> {
          var target =
              bureau
                  .use(Registry.class)
                  .findByUnitId(session.authorityId(), one.unitId())
                  .orElseThrow();
          return bureau
              .use(EnterOnList.class)
              .run(new Said(target.id(), list, today, until, null, ground, by, ""));
        });
  }

  /**
   * A row.
   *
   * @param over so many days ago it was taken off; null where it was not
   */
  private void add(
      One one, ListKind list, int daysAgo, @Nullable Integer over, String ground, String by) {
    LocalDate ended = over == null ? null : today.minusDays(over);
    add(one, list, today.minusDays(daysAgo), null, ended, ground, by);
  }

  private void add(
      One one,
      ListKind list,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate ended,
      String ground,
      String by) {
    String document = String.format(Locale.ROOT, "示监决〔%d〕%d号", from.getYear(), 101 + rows.size());
    rows.add(new Row(one.unitId(), list, from, until, ended, ground, by, document));
  }
}

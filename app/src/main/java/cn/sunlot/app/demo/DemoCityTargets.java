package cn.sunlot.app.demo;

import cn.sunlot.kernel.Uscc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What the departments of the city inspect together, as rows of a spreadsheet: filling stations,
 * schools with canteens, caterers, dealers in dangerous chemicals, vehicle test centres in every
 * county. Nobody has these names; the same in every demo.
 */
final class DemoCityTargets {

  static final String STATION = "加油站";
  static final String CANTEEN = "学校食堂";
  static final String CATERER = "集中供餐";

  private static final String HEADER = "统一社会信用代码,企业名称,法定代表人,联系电话,住所,行政区划,企业类型,风险等级,标记,经营状态";

  /** What is inspected, how many of it are in a county, and how it is called. */
  private enum Trade {
    STATIONS(STATION, "企业", "91", 9, "%s%s加油站有限公司"),
    SCHOOLS(CANTEEN, "事业单位", "12", 6, "%s%s"),
    CATERERS(CATERER, "企业", "91", 2, "%s%s餐饮配送有限公司"),
    CHEMICALS("危化品经营", "企业", "91", 3, "%s%s化工销售有限公司"),
    VEHICLES("机动车检验", "企业", "91", 1, "%s%s机动车检测有限公司");

    private final String tag;
    private final String kind;
    private final String code;
    private final int inCounty;
    private final String name;

    Trade(String tag, String kind, String code, int inCounty, String name) {
      this.tag = tag;
      this.kind = kind;
      this.code = code;
      this.inCounty = inCounty;
      this.name = name;
    }
  }

  private static final List<String> SCHOOLS =
      List.of("第一中学", "第二中学", "实验小学", "第三小学", "文昌路小学", "机关幼儿园");

  private static final String FIRST = "恒瑞金岳泰华鲁丰齐宏盛润晟凯博远";
  private static final String SECOND = "达源通隆嘉益昌信诚安旺兴康利顺德";
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚";

  private final Random random = new Random(370_301);
  private final List<String> rows = new ArrayList<>(List.of(HEADER));

  /** The spreadsheet, as text of a CSV file. */
  String csv() {
    for (int county = 0; county < DemoTargets.REGIONS.size(); county++) {
      for (Trade trade : Trade.values()) {
        for (int number = 0; number < trade.inCounty; number++) {
          rows.add(row(trade, county, number));
        }
      }
    }
    return String.join("\n", rows) + "\n";
  }

  private String row(Trade trade, int county, int number) {
    String region = DemoTargets.REGIONS.get(county);
    String district = DemoTargets.DISTRICTS.get(county);
    String own =
        trade == Trade.SCHOOLS
            ? SCHOOLS.get(number)
            : letter(FIRST, county * 3 + number) + letter(SECOND, county + number * 5);
    String first = trade.code + region + organisation(rows.size());
    return String.join(
        ",",
        first + Uscc.checkCharacter(first),
        String.format(Locale.ROOT, trade.name, district, own),
        any(SURNAMES) + any(GIVEN),
        String.format(Locale.ROOT, "0533-6%06d", random.nextInt(1_000_000)),
        "示范市" + district + "人民路" + (1 + random.nextInt(300)) + "号",
        region,
        trade.kind,
        riskClass(county, number),
        trade.tag,
        "存续");
  }

  /** Of nine, five low, two or three middle, one higher; in three counties one is high. */
  private static String riskClass(int county, int number) {
    return switch ((number + county) % 9) {
      case 1, 5 -> "B";
      case 3 -> county % 3 == 1 ? "D" : "B";
      case 7 -> "C";
      default -> "A";
    };
  }

  private static String organisation(int number) {
    return DemoTargets.organisation(String.format(Locale.ROOT, "MEET%04d", number));
  }

  private static String letter(String characters, int place) {
    return String.valueOf(characters.charAt(place % characters.length()));
  }

  private String any(String characters) {
    return letter(characters, random.nextInt(characters.length()));
  }
}

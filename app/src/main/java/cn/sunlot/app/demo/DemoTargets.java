package cn.sunlot.app.demo;

import cn.sunlot.kernel.Uscc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Synthetic enterprises as rows of a spreadsheet: names that no enterprise has, codes whose check
 * characters are right, the same in every demo.
 */
final class DemoTargets {

  static final int COUNT = 300;

  /** The tag of those who sell civil explosives; the plan of that section is about them. */
  static final String EXPLOSIVES = "民爆销售";

  static final String HEADER = "统一社会信用代码,企业名称,法定代表人,联系电话,住所,行政区划,企业类型,风险等级,标记,经营状态,行业";

  /**
   * An enterprise, as what is told of it later needs it.
   *
   * @param riskClass the class that the province gave it, before the bureau's own scorecard
   */
  record One(
      String unitId,
      String name,
      String regionCode,
      String trade,
      String riskClass,
      boolean active) {}

  /** Codes of the counties, in the order of their names. */
  static final List<String> REGIONS =
      List.of("370302", "370303", "370304", "370305", "370306", "370321", "370322", "370323");

  static final List<String> DISTRICTS =
      List.of("淄川区", "张店区", "博山区", "临淄区", "周村区", "桓台县", "高青县", "沂源县");

  private static final String FIRST = "恒瑞金岳泰华鲁丰齐宏盛润晟凯博远科创";
  private static final String SECOND = "达源通隆嘉益昌信诚安旺兴康利顺德";
  private static final String[] TRADES = {
    "陶瓷", "耐火材料", "化工", "建材", "机械", "纺织", "玻璃", "新材料", "铝业", "热电", "食品", "医药"
  };
  private static final String[] ENDINGS = {"有限公司", "股份有限公司", "科技有限公司", "制造有限公司"};
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚";

  private final Random random = new Random(370_300);
  private final Set<String> names = new HashSet<>();
  private final List<One> all = new ArrayList<>();
  private final String csv = make();

  /** The spreadsheet, as text of a CSV file. */
  String csv() {
    return csv;
  }

  /** All of them, in the order of the spreadsheet. */
  List<One> all() {
    return List.copyOf(all);
  }

  /** Those in business that the province had in this class. */
  List<One> ofClass(String riskClass) {
    return all.stream().filter(One::active).filter(o -> o.riskClass().equals(riskClass)).toList();
  }

  private String make() {
    List<String> risks = new ArrayList<>();
    risks.addAll(Collections.nCopies(COUNT * 65 / 100, "A"));
    risks.addAll(Collections.nCopies(COUNT * 25 / 100, "B"));
    risks.addAll(Collections.nCopies(COUNT * 8 / 100, "C"));
    risks.addAll(Collections.nCopies(COUNT * 2 / 100, "D"));
    Collections.shuffle(risks, random);
    var text = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < COUNT; i++) {
      text.append(row(i, risks.get(i))).append('\n');
    }
    return text.toString();
  }

  private String row(int index, String risk) {
    int district = random.nextInt(REGIONS.size());
    boolean explosives = index % 50 == 7;
    // ZB-6 wants both; a few lack one, and are drawn all the same.
    String responsible = index % 23 == 5 ? "" : one(SURNAMES) + one(GIVEN);
    String contact =
        index % 29 == 3 ? "" : String.format(Locale.ROOT, "0533-2%06d", random.nextInt(1_000_000));
    boolean active = index % 97 != 40;
    One one =
        one(code(REGIONS.get(district), index), REGIONS.get(district), explosives, risk, active);
    all.add(one);
    return String.join(
        ",",
        one.unitId(),
        one.name(),
        responsible,
        contact,
        "示范市" + DISTRICTS.get(district) + "工业路" + (1 + random.nextInt(300)) + "号",
        one.regionCode(),
        "企业",
        risk,
        explosives ? EXPLOSIVES : "",
        active ? "存续" : "注销",
        one.trade());
  }

  /** With a name that no other has. */
  private One one(String code, String region, boolean explosives, String risk, boolean active) {
    while (true) {
      String trade = explosives ? "民用爆破器材" : TRADES[random.nextInt(TRADES.length)];
      String name =
          "示范市" + one(FIRST) + one(SECOND) + trade + ENDINGS[random.nextInt(ENDINGS.length)];
      if (names.add(name)) {
        return new One(code, name, region, trade, risk, active);
      }
    }
  }

  private String one(String characters) {
    return String.valueOf(characters.charAt(random.nextInt(characters.length())));
  }

  /** GB 32100 around an organisation code by GB 11714; both with their check characters. */
  private static String code(String region, int index) {
    String body = String.format(Locale.ROOT, "MADE%04d", index);
    String first = "91" + region + organisation(body);
    return first + Uscc.checkCharacter(first);
  }

  /** An organisation code around its first eight characters. */
  static String organisation(String body) {
    return body + organisationCheck(body);
  }

  private static char organisationCheck(String body) {
    int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += Character.digit(body.charAt(i), 36) * weights[i];
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
  }
}

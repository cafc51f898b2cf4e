package cn.sunlot.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One row of the list of enterprises. None of them exists.
 *
 * @param code unified social credit code, or what stands in its place
 * @param risk credit risk class
 * @param contact telephone, or ""
 */
record Enterprise(String code, String name, String risk, String contact, String status) {

  private static final String REGION = "370303";
  private static final String PHONE = "0533-5550100";
  private static final String IN_BUSINESS = "存续";

  /** Characters of GB 32100: no letter that is taken for a digit. */
  private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final List<String> LOW_RISK =
      List.of("恒达", "瑞源", "金通", "岳隆", "泰嘉", "华益", "鲁昌", "丰信", "齐诚", "宏安");
  private static final List<String> HIGHER_RISK = List.of("凯康", "博利", "远顺", "科德", "创达", "盛旺");

  /** Has a credit code whose check character is wrong: kept, with a warning. */
  static final Enterprise WRONG_CHECK_CHARACTER =
      new Enterprise(wrong(code(11)), "示范市润旺建材有限公司", "A", PHONE, IN_BUSINESS);

  /** Nobody wrote down how to reach it: kept, as incomplete. */
  static final Enterprise WITHOUT_CONTACT =
      new Enterprise(code(12), "示范市晟兴玻璃有限公司", "A", "", IN_BUSINESS);

  /** No longer in business: kept, never drawn. */
  private static final Enterprise DEREGISTERED =
      new Enterprise(code(13), "示范市旧厂机械有限公司", "A", PHONE, "注销");

  /** The same enterprise as the first row, a second time: rejected. */
  private static final Enterprise DUPLICATE =
      new Enterprise(code(1), "示范市恒达陶瓷公司", "A", PHONE, IN_BUSINESS);

  /** A person's number in place of the enterprise's: rejected. */
  private static final Enterprise PERSONAL_NUMBER =
      new Enterprise("11010519491231002X", "示范市张某商店", "A", PHONE, IN_BUSINESS);

  /** A risk class that there is not: rejected. */
  private static final Enterprise UNKNOWN_CLASS =
      new Enterprise(code(14), "示范市未评热电有限公司", "E", PHONE, IN_BUSINESS);

  /** How many rows are taken, three of them doubtful. */
  static final int TAKEN = 19;

  /** How many rows are given back. */
  static final int REJECTED = 3;

  /** All rows of the list, the wrong ones among them. */
  static List<Enterprise> all() {
    List<Enterprise> all = new ArrayList<>();
    for (int i = 0; i < LOW_RISK.size(); i++) {
      all.add(inOrder(i + 1, "示范市" + LOW_RISK.get(i) + "陶瓷有限公司", "A"));
    }
    for (int i = 0; i < HIGHER_RISK.size(); i++) {
      all.add(inOrder(i + 21, "示范市" + HIGHER_RISK.get(i) + "化工有限公司", "B"));
    }
    all.addAll(
        List.of(
            WRONG_CHECK_CHARACTER,
            WITHOUT_CONTACT,
            DEREGISTERED,
            DUPLICATE,
            PERSONAL_NUMBER,
            UNKNOWN_CLASS));
    return all;
  }

  private static Enterprise inOrder(int number, String name, String risk) {
    return new Enterprise(code(number), name, risk, PHONE, IN_BUSINESS);
  }

  /** The row's cells by the names of the template's columns. */
  Map<String, String> cells() {
    return Map.of(
        "统一社会信用代码", code,
        "名称", name,
        "负责人", "李明",
        "联系方式", contact,
        "地址", "示范市工业路 1 号",
        "行政区划代码", REGION,
        "类型", "企业",
        "信用风险分类", risk,
        "状态", status);
  }

  private static String code(int number) {
    String first = "91" + REGION + "MADE%05d".formatted(number);
    int sum = 0;
    int weight = 1;
    for (char c : first.toCharArray()) {
      sum += DIGITS.indexOf(c) * weight;
      weight = weight * 3 % 31;
    }
    return first + DIGITS.charAt((31 - sum % 31) % 31);
  }

  private static String wrong(String code) {
    char last = code.charAt(17);
    return code.substring(0, 17) + (last == '0' ? '1' : '0');
  }
}

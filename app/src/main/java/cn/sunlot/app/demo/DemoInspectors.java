package cn.sunlot.app.demo;

import cn.sunlot.app.demo.DemoPerson.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sixteen inspectors as rows of a spreadsheet; one licence has expired, one ends soon. */
final class DemoInspectors {

  static final String HEADER = "执法证编号,人员姓名,所属科室,证件有效期,性别,岗位,资格,专业,账号";

  private static final String[] OTHERS = {
    "孙立军", "马晓东", "朱丽娟", "胡志强", "郭红梅", "何建平", "高翔", "林静", "罗明", "梁伟", "宋涛", "唐敏", "许刚", "邓丽"
  };
  private static final Section[] SECTIONS = {Section.ENERGY, Section.SAFETY, Section.MATERIALS};
  private static final String[] SKILLS = {"节能", "安全", "化工", "财务"};

  private DemoInspectors() {}

  /** An inspector: everybody has an account, so that whoever is drawn can enter results. */
  record One(int number, String name, Section section) {
    String login() {
      return "inspector" + number;
    }

    String licence() {
      return String.format(Locale.ROOT, "DEMO3703%04d", number);
    }
  }

  static List<One> all() {
    List<One> all = new ArrayList<>();
    all.add(new One(1, DemoPerson.INSPECTOR1.person(), Section.ENERGY));
    all.add(new One(2, DemoPerson.INSPECTOR2.person(), Section.ENERGY));
    for (int i = 0; i < OTHERS.length; i++) {
      all.add(new One(i + 3, OTHERS[i], SECTIONS[i % SECTIONS.length]));
    }
    return all;
  }

  /** The spreadsheet, as text of a CSV file. */
  static String csv(LocalDate today) {
    List<String> rows = new ArrayList<>(List.of(HEADER));
    for (One one : all()) {
      rows.add(
          String.join(
              ",",
              one.licence(),
              one.name(),
              one.section().title(),
              until(one.number(), today).toString(),
              one.number() % 3 == 2 ? "女" : "男",
              one.number() % 5 == 0 ? "副科长" : "科员",
              one.section() == Section.ENERGY ? "节能监察员" : "安全生产监督员",
              SKILLS[one.number() % SKILLS.length],
              one.login()));
    }
    return String.join("\n", rows) + "\n";
  }

  private static LocalDate until(int number, LocalDate today) {
    return switch (OTHERS.length + 2 - number) {
      case 0 -> today.minusDays(40);
      case 1 -> today.plusDays(45);
      default -> today.plusMonths(8L + 3L * number);
    };
  }
}

package cn.sunlot.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Works of some enterprises, and the boilers and lifts in them, as rows of a spreadsheet: what
 * belongs to whom, and where it stands. One boiler is overdue for its inspection, and of one lift
 * the day is not known.
 */
final class DemoEquipment {

  static final String HEADER =
      "统一社会信用代码,企业名称,法定代表人,联系电话,住所,行政区划,企业类型,用途,面积,设备种类,设备注册代码,下次检验日期,所属单位信用代码,所在场所编号";

  private static final int WORKS = 6;

  /** A kind of equipment at each of the works. */
  private record Kind(String registry, String title, String category, String code) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("boiler", "蒸汽锅炉", "锅炉", "1110"),
          new Kind("lift", "货梯", "电梯", "3120"),
          new Kind("lift", "办公楼客梯", "电梯", "3110"));

  private final List<DemoTargets.One> owners;
  private final LocalDate today;
  private final List<String> rows = new ArrayList<>(List.of(HEADER));

  DemoEquipment(DemoTargets targets, LocalDate today) {
    this.owners = targets.all().stream().filter(DemoTargets.One::active).limit(WORKS).toList();
    this.today = today;
  }

  /** The spreadsheet, as text of a CSV file. */
  String csv() {
    for (int works = 0; works < owners.size(); works++) {
      DemoTargets.One owner = owners.get(works);
      String place = String.format(Locale.ROOT, "works:3703-%04d", works + 1);
      add(owner, place, "生产厂区", "场所", "生产," + (1_800 + 650 * works), ",,", "");
      for (Kind kind : KINDS) {
        int number = rows.size();
        add(
            owner,
            String.format(Locale.ROOT, "%s:3703-%05d", kind.registry(), 400 + number),
            (works + 1) + "号" + kind.title(),
            "设备",
            ",",
            String.join(",", kind.category(), code(kind, owner, number), due(number)),
            place);
      }
    }
    return String.join("\n", rows) + "\n";
  }

  private void add(
      DemoTargets.One owner,
      String id,
      String title,
      String kind,
      String premises,
      String equipment,
      String place) {
    rows.add(
        String.join(
            ",",
            id,
            owner.name() + title,
            "安全管理员",
            "0533-3%06d".formatted(rows.size()),
            "示范市工业路" + (11 + rows.size()) + "号",
            owner.regionCode(),
            kind,
            premises,
            equipment,
            owner.unitId(),
            place));
  }

  private static String code(Kind kind, DemoTargets.One owner, int number) {
    return String.format(
        Locale.ROOT, "%s%s%d%06d", kind.code(), owner.regionCode(), 2015 + number % 9, number);
  }

  private String due(int number) {
    return switch (number) {
      case 2 -> today.minusDays(23).toString();
      case 8 -> "";
      default -> today.plusDays(12L + 41L * (number % 8)).toString();
    };
  }
}

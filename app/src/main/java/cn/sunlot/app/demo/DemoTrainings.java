package cn.sunlot.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Who took part in which training, as rows of a spreadsheet: all but two this year, one of them
 * never (TZ-22).
 */
final class DemoTrainings {

  static final String HEADER = "执法证编号,培训时间,培训名称,课时,主办单位";

  private static final int NEVER = 14;
  private static final int LONG_AGO = 11;

  private DemoTrainings() {}

  /** The spreadsheet, as text of a CSV file. */
  static String csv(LocalDate today) {
    List<String> rows = new ArrayList<>(List.of(HEADER));
    for (DemoInspectors.One one : DemoInspectors.all()) {
      if (one.number() != NEVER) {
        rows.add(row(one, today.minusDays(620), "“双随机、一公开”监管业务培训", 8, "示范市联席会议办公室"));
      }
      if (one.number() != NEVER && one.number() != LONG_AGO) {
        rows.add(row(one, today.minusDays(150), "行政执法人员年度轮训", 24, "示范市司法局"));
      }
      if (one.number() % 3 == 1) {
        rows.add(row(one, today.minusDays(64), "节能监察现场检查实务", 12, "示范市工业和信息化局"));
      }
    }
    return String.join("\n", rows) + "\n";
  }

  private static String row(
      DemoInspectors.One one, LocalDate on, String topic, int hours, String organiser) {
    return String.join(",", one.licence(), on.toString(), topic, String.valueOf(hours), organiser);
  }
}

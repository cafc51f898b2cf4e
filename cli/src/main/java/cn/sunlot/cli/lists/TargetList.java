package cn.sunlot.cli.lists;

import cn.sunlot.cli.lists.Table.Line;
import cn.sunlot.cli.rules.TargetRules;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.targets.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The list of targets: who can be drawn from which stratum, who is excluded and why. */
public final class TargetList {

  private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NP-RTUW-Y]{18}");

  /** Registration numbers from before the credit code, which stand in its column. */
  private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{13,15}");

  private final Path file;
  private final TargetRules rules;
  private final Map<String, Long> rowOf = new LinkedHashMap<>();
  private final List<Unit> units = new ArrayList<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final List<Long> oddCodes = new ArrayList<>();
  private List<String> headings = List.of();

  /**
   * A unit of the pool.
   *
   * @param id unitId of section 3
   * @param code stratum, or reason of exclusion
   * @param weight 1 to 64, 0 if excluded
   */
  public record Unit(String id, String code, int weight) {
    /** Whether it is excluded. */
    public boolean excluded() {
      return weight == 0;
    }
  }

  private TargetList(Path file, TargetRules rules) {
    this.file = file;
    this.rules = rules;
  }

  /**
   * Reads the list.
   *
   * @throws cn.sunlot.cli.Trouble naming row, column and value of everything that is wrong
   */
  public static TargetList read(Path file, TargetRules rules) throws IOException {
    TargetList list = new TargetList(file, rules);
    list.headings = Table.read(file, rules.sheet(), rules.columns(), list::take);
    return list;
  }

  private void take(Line line) {
    String id = unitId(line);
    Long before = rowOf.get(id);
    if (before != null) {
      throw line.wrong(idColumn(line), "target.twice", id, before);
    }
    Unit unit = unit(line, id);
    rowOf.put(id, line.number());
    units.add(unit);
    if (!unit.excluded()) {
      sizes.merge(unit.code(), 1, Integer::sum);
    }
  }

  private Unit unit(Line line, String id) {
    String excluded = line.text("excluded");
    if (!excluded.isEmpty()) {
      String reason =
          rules
              .reasonCodes()
              .of(excluded)
              .orElseThrow(() -> line.wrong("excluded", "target.reason", excluded));
      return new Unit(id, reason, 0);
    }
    String said = line.text("stratum");
    String stratum =
        rules.columns().find("stratum").isEmpty()
            ? TargetRules.ONLY
            : rules
                .stratumCodes()
                .of(said)
                .orElseThrow(() -> line.wrong("stratum", "target.stratum-code", said));
    if (!rules.strata().containsKey(stratum)) {
      throw line.wrong(
          "stratum", "target.stratum", said, String.join(", ", rules.strata().keySet()));
    }
    return new Unit(id, stratum, weight(line));
  }

  private static int weight(Line line) {
    String weight = line.code("weight");
    if (weight.isEmpty()) {
      return 1;
    }
    if (!weight.matches("[1-9][0-9]?") || Integer.parseInt(weight) > Frame.MAX_WEIGHT) {
      throw line.wrong("weight", "target.weight", weight, Frame.MAX_WEIGHT);
    }
    return Integer.parseInt(weight);
  }

  private static String idColumn(Line line) {
    return line.code("creditCode").isEmpty() ? "number" : "creditCode";
  }

  private String unitId(Line line) {
    String code = line.code("creditCode").toUpperCase(Locale.ROOT);
    if (OLD_NUMBER.matcher(code).matches()) {
      return numbered(line, "creditCode", code);
    }
    if (!code.isEmpty()) {
      requireNoPerson(line, "creditCode", code);
      if (!CREDIT_CODE.matcher(code).matches()) {
        throw line.wrong("creditCode", "target.credit-code", code);
      }
      if (!IdentityNumbers.hasCreditCheck(code)) {
        oddCodes.add(line.number());
      }
      return code;
    }
    String number = line.code("number").toUpperCase(Locale.ROOT);
    if (number.isEmpty()) {
      String member = rules.columns().find("creditCode").isPresent() ? "creditCode" : "number";
      throw line.wrong(member, "target.no-id");
    }
    return numbered(line, "number", number);
  }

  private String numbered(Line line, String member, String number) {
    requireNoPerson(line, member, number);
    String registry = line.code("registry");
    String name = registry.isEmpty() ? rules.registry().orElse("") : registry;
    if (!Names.CODE.matcher(name).matches()) {
      throw line.wrong(member, "target.registry", number, name);
    }
    return name + ":" + number;
  }

  private static void requireNoPerson(Line line, String member, String value) {
    if (IdentityNumbers.isPerson(value)) {
      throw line.wrong(member, "target.person", value.substring(0, 6) + "…");
    }
  }

  /** Every unit, in the order of the sheet. */
  public List<Unit> units() {
    return units;
  }

  /** Number of units that can be drawn from each stratum. */
  public Map<String, Integer> sizes() {
    return sizes;
  }

  /** Rows whose credit code has a wrong check character; they are kept. */
  public List<Long> oddCodes() {
    return oddCodes;
  }

  /** The sheet's headings. */
  public List<String> headings() {
    return headings;
  }

  /**
   * The whole rows of some units, read again so that a large list need not stay in memory.
   *
   * @return unitId → cells
   */
  public Map<String, List<String>> rows(Iterable<String> unitIds) throws IOException {
    Map<Long, String> wanted = new HashMap<>();
    unitIds.forEach(id -> wanted.put(rowOf.getOrDefault(id, -1L), id));
    Map<String, List<String>> rows = new HashMap<>();
    Table.read(
        file,
        rules.sheet(),
        rules.columns(),
        line -> {
          String id = wanted.get(line.number());
          if (id != null) {
            rows.put(id, List.copyOf(line.cells()));
          }
        });
    return rows;
  }
}

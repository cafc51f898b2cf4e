package cn.sunlot.cli.rules;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Quota;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rules of a draw of targets.
 *
 * @param sheet name of the sheet, if the workbook has several
 * @param columns which column holds what
 * @param registry registry of units without a credit code, e.g. {@code lift}
 * @param stratumCodes codes of what the stratum column says
 * @param reasonCodes codes of what the exclusion column says
 * @param strata rate or count of each stratum
 * @param openDrawn whether drawn units are opened to everybody
 */
public record TargetRules(
    Ceremony ceremony,
    Optional<String> sheet,
    Columns columns,
    Optional<String> registry,
    Codes stratumCodes,
    Codes reasonCodes,
    Map<String, Quota> strata,
    boolean openDrawn) {

  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?%");

  /** Stratum of every unit if the rules name no column for it. */
  public static final String ONLY = "all";

  /**
   * Reads the file.
   *
   * @throws cn.sunlot.cli.Trouble naming line, member and value
   */
  public static TargetRules read(Path file) throws IOException {
    Entry root = Entry.read(file);
    root.only("draw", "task", "suite", "witnesses", "public", "targets", "strata", "openings");
    Entry targets = root.get("targets").only("sheet", "columns", "registry", "names", "reasons");
    Columns columns =
        Columns.read(
            targets.get("columns"),
            List.of(),
            List.of("creditCode", "number", "registry", "stratum", "excluded", "weight"));
    if (columns.find("creditCode").isEmpty() && columns.find("number").isEmpty()) {
      throw columns.entry().wrong("rules.no-id");
    }
    return new TargetRules(
        Ceremony.read(root),
        targets.find("sheet").map(Entry::text),
        columns,
        targets.find("registry").map(e -> e.text(Names.CODE)),
        Codes.read(targets.find("names")),
        Codes.read(targets.find("reasons")),
        strata(root.get("strata"), columns),
        root.find("openings")
            .map(e -> e.text(Pattern.compile("none|drawn")))
            .orElse("none")
            .equals("drawn"));
  }

  private static Map<String, Quota> strata(Entry entry, Columns columns) {
    Map<String, Quota> strata = new LinkedHashMap<>();
    entry.members().forEach((name, rule) -> strata.put(name, quota(name, rule)));
    if (columns.find("stratum").isEmpty() && !strata.keySet().equals(java.util.Set.of(ONLY))) {
      throw entry.wrong("rules.no-stratum", ONLY);
    }
    return strata;
  }

  private static Quota quota(String name, Entry rule) {
    if (!Names.CODE.matcher(name).matches()) {
      throw rule.wrong("yaml.pattern", name, Names.CODE.pattern());
    }
    rule.only("rate", "count");
    if (rule.find("rate").isPresent() == rule.find("count").isPresent()) {
      throw rule.wrong("rules.rate-or-count");
    }
    return rule.find("rate")
        .<Quota>map(TargetRules::rate)
        .orElseGet(() -> new Quota.Count(rule.get("count").number(0, 100_000_000)));
  }

  private static Quota rate(Entry entry) {
    String text = entry.text();
    if (PERCENT.matcher(text).matches()) {
      int basisPoints =
          new BigDecimal(text.substring(0, text.length() - 1)).movePointRight(2).intValueExact();
      if (basisPoints >= 1 && basisPoints <= 10_000) {
        return new Quota.Rate(basisPoints);
      }
    }
    throw entry.wrong("rules.rate", text);
  }
}

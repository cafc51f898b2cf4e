package cn.sunlot.registry.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Tags of targets: those that rules know, by their codes, and any others as they are written. */
public final class Tags {

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("多次投诉举报", "repeated-complaints"),
          Map.entry("投诉举报多", "repeated-complaints"),
          Map.entry("经营异常名录", "abnormal-operation-list"),
          Map.entry("经营异常", "abnormal-operation-list"),
          Map.entry("失信", "dishonesty"),
          Map.entry("严重违法", "serious-violation"),
          Map.entry("严重违法失信", "serious-violation"),
          Map.entry("免检", "exempt"),
          Map.entry("免检企业", "exempt"),
          Map.entry("环境保护", "environment"),
          Map.entry("环保", "environment"),
          Map.entry("安全生产", "work-safety"));

  private static final Set<String> NOTHING = Set.of("", "无", "N/A", "n/a", "-", "/");

  private static final Pattern BETWEEN = Pattern.compile("[；;，,、|\\n]");

  private Tags() {}

  /** The tags in a cell, each once, sorted. */
  public static List<String> read(String text) {
    return of(List.of(BETWEEN.split(text)));
  }

  /** These tags by their codes, each once, sorted. */
  public static List<String> of(List<String> texts) {
    Set<String> tags = new TreeSet<>();
    for (String text : texts) {
      String tag = text.strip();
      if (!NOTHING.contains(tag)) {
        tags.add(KNOWN.getOrDefault(tag, tag));
      }
    }
    return List.copyOf(tags);
  }
}

package cn.sunlot.catalog.domain;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.policy.ItemListRules;
import cn.sunlot.policy.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an item must say (ZB-5, TZ-7, TZ-8). */
public final class ItemRules {

  /** The values that a regulation knows, as they are written in the API. */
  public static final Set<String> METHODS =
      Arrays.stream(Method.Way.values())
          .map(Lifecycle::wireName)
          .collect(Collectors.toUnmodifiableSet());

  private ItemRules() {}

  /** ZB-5, TZ-8: a key item has no cap on its ratio. */
  public static boolean capOnKeyItem(ItemContent content) {
    return content.category() == Category.KEY && content.ratioCapBp() != null;
  }

  /** ZB-5, TZ-8: the ratio of a general item is strictly limited, where the profile says so. */
  public static boolean capMissing(ItemContent content, ItemListRules rules) {
    return content.category() == Category.GENERAL
        && content.ratioCapBp() == null
        && rules.generalItemRatioCapRequired();
  }

  /** Values that cannot be kept, not even in a draft. */
  public static List<WrongValue> wrong(ItemContent content) {
    List<WrongValue> wrong = new ArrayList<>();
    if (content.name().isEmpty()) {
      wrong.add(WrongValue.of("name", "", "catalog.field.required"));
    }
    if (content.ratioCapBp() != null
        && (content.ratioCapBp() < 1 || content.ratioCapBp() > 10_000)) {
      wrong.add(
          WrongValue.of(
              "ratioCapBp", String.valueOf(content.ratioCapBp()), "catalog.field.ratio-range"));
    }
    if (content.timesPerYear() != null
        && (content.timesPerYear() < 1 || content.timesPerYear() > 365)) {
      wrong.add(
          WrongValue.of(
              "timesPerYear", String.valueOf(content.timesPerYear()), "catalog.field.times-range"));
    }
    for (String method : content.methods()) {
      if (!METHODS.contains(method)) {
        wrong.add(WrongValue.of("methods", method, "catalog.field.method-unknown"));
      }
    }
    return wrong;
  }

  /** What is still missing before leaders can decide on it (ZB-5 names what an item holds). */
  public static List<WrongValue> missing(
      ItemContent content, @Nullable Checklist checklist, Method method) {
    List<WrongValue> missing = new ArrayList<>();
    demand(missing, "targetKind", content.targetKind().isEmpty());
    demand(missing, "content", content.content().isEmpty());
    demand(missing, "basis", content.basis().isEmpty());
    demand(missing, "methods", content.methods().isEmpty());
    demand(missing, "body", content.body().isEmpty());
    demand(missing, "timesPerYear", content.timesPerYear() == null);
    demand(missing, "checklist", checklist == null || checklist.sections().isEmpty());
    Set<String> allowed =
        method.allowed().stream().map(Lifecycle::wireName).collect(Collectors.toSet());
    for (String each : content.methods()) {
      if (!allowed.isEmpty() && !allowed.contains(each)) {
        missing.add(WrongValue.of("methods", each, "catalog.field.method-not-allowed"));
      }
    }
    return missing;
  }

  private static void demand(List<WrongValue> missing, String field, boolean empty) {
    if (empty) {
      missing.add(WrongValue.of(field, "", "catalog.field.required"));
    }
  }
}

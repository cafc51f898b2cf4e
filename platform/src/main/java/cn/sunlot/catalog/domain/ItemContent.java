package cn.sunlot.catalog.domain;

import cn.sunlot.catalog.Catalog.Category;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version of an item says; a draft may leave texts empty.
 *
 * @param ratioCapBp highest ratio of targets to be drawn, in basis points (1 to 10,000), or null
 * @param timesPerYear 1 to 365, or null where not fixed
 * @param basis laws and their articles
 * @param methods wire names of {@code Method.Way}
 * @param participants departments that take part; with them it is a joint item, which its owner
 *     leads (TZ-7)
 */
public record ItemContent(
    String name,
    Category category,
    @Nullable Integer ratioCapBp,
    @Nullable Integer timesPerYear,
    String targetKind,
    String content,
    List<String> basis,
    List<String> methods,
    String body,
    List<UUID> participants) {

  public ItemContent {
    name = name.strip();
    targetKind = targetKind.strip();
    content = content.strip();
    basis = basis.stream().map(String::strip).filter(b -> !b.isEmpty()).toList();
    methods = List.copyOf(methods);
    body = body.strip();
    participants = List.copyOf(participants);
  }

  /** Of a department's own item. */
  public ItemContent(
      String name,
      Category category,
      @Nullable Integer ratioCapBp,
      @Nullable Integer timesPerYear,
      String targetKind,
      String content,
      List<String> basis,
      List<String> methods,
      String body) {
    this(
        name,
        category,
        ratioCapBp,
        timesPerYear,
        targetKind,
        content,
        basis,
        methods,
        body,
        List.of());
  }

  /** Whether several departments inspect it together. */
  public boolean isJoint() {
    return !participants.isEmpty();
  }

  /** The same, with these departments taking part. */
  public ItemContent with(List<UUID> others) {
    return new ItemContent(
        name,
        category,
        ratioCapBp,
        timesPerYear,
        targetKind,
        content,
        basis,
        methods,
        body,
        others);
  }
}

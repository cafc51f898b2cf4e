package cn.sunlot.catalog.domain;

import cn.sunlot.catalog.Catalog.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of an item says; a draft may leave texts empty.
 *
 * @param ratioCapBp highest ratio of targets to be drawn, in basis points (1 to 10,000), or null
 * @param timesPerYear 1 to 365, or null where not fixed
 * @param basis laws and their articles
 * @param methods wire names of {@code Method.Way}
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
    String body) {

  public ItemContent {
    name = name.strip();
    targetKind = targetKind.strip();
    content = content.strip();
    basis = basis.stream().map(String::strip).filter(b -> !b.isEmpty()).toList();
    methods = List.copyOf(methods);
    body = body.strip();
  }
}

package cn.sunlot.law;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The pages {@code docs/lifecycles/<module>-<name>.md}: each lifecycle as a table and as a diagram.
 */
public final class LifecyclePages {

  private LifecyclePages() {}

  /** All pages by file name. */
  static Map<String, String> write() {
    Map<String, String> pages = new TreeMap<>();
    tables().forEach((type, table) -> pages.put(fileName(type), page(type, table)));
    return pages;
  }

  /** All lifecycles by the class that holds them. */
  public static Map<Class<?>, Lifecycle<?, ?>> tables() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile("cn\\.sunlot\\..+Lifecycle")));
    Map<Class<?>, Lifecycle<?, ?>> tables = new LinkedHashMap<>();
    for (BeanDefinition found : scan.findCandidateComponents("cn.sunlot")) {
      Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
      if (type != Lifecycle.class) {
        tables.put(type, table(type));
      }
    }
    return tables;
  }

  private static String fileName(Class<?> type) {
    String module = type.getName().split("\\.")[2];
    String name = Lifecycle.kebab(type.getSimpleName().replaceAll("Lifecycle$", ""));
    return module + "-" + name + ".md";
  }

  private static Lifecycle<?, ?> table(Class<?> type) {
    try {
      Field field = type.getDeclaredField("TABLE");
      field.setAccessible(true);
      return (Lifecycle<?, ?>) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          type.getName() + ": a lifecycle has its edges in the constant TABLE", e);
    }
  }

  /** One lifecycle as Markdown. */
  static String page(Class<?> type, Lifecycle<?, ?> lifecycle) {
    StringBuilder page = new StringBuilder();
    page.append("# Lifecycle: ")
        .append(lifecycle.name())
        .append("\n\n")
        .append("Made from `")
        .append(type.getName())
        .append("` by `make docs`; do not edit.\n\n")
        .append("| from | command | to | log entry | clause |\n|---|---|---|---|---|\n");
    for (Edge<?, ?> edge : lifecycle.edges()) {
      page.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(
                  Lifecycle.wireName(edge.from()),
                  Lifecycle.wireName(edge.command()),
                  Lifecycle.wireName(edge.to()),
                  edge.entryType(),
                  edge.clause().isEmpty() ? "–" : edge.clause()));
    }
    page.append("\n```mermaid\nstateDiagram-v2\n");
    if (!lifecycle.edges().isEmpty()) {
      page.append("  [*] --> ").append(node(lifecycle.edges().get(0).from())).append("\n");
    }
    for (Edge<?, ?> edge : lifecycle.edges()) {
      page.append("  ")
          .append(node(edge.from()))
          .append(" --> ")
          .append(node(edge.to()))
          .append(": ")
          .append(Lifecycle.wireName(edge.command()))
          .append("\n");
    }
    return page.append("```\n").toString();
  }

  // A hyphen in the name of a state ends it in the language of the diagrams.
  private static String node(Enum<?> state) {
    return Lifecycle.wireName(state).replace('-', '_');
  }
}

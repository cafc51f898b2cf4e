package cn.sunlot.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.law.ClauseMarks.Mark;
import cn.sunlot.law.Clauses.Line;
import cn.sunlot.policy.Setting;
import cn.sunlot.policy.TestProfiles;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clauses are found where tests name them, and named only where they exist. */
class LawReportTest {

  // Written in two parts, or the marks of this test would be found as marks of clauses.
  private static final String MARK = "@" + "Clause";

  private static final Line CAP = line("ZB-12", "enforce");
  private static final Line WITNESS = line("ZB-9", "enforce");

  private static Line line(String id, String kind) {
    return new Line(id, kind, "drawing", null, "Rule of " + id + ".", null);
  }

  @Test
  void every_clause_that_a_test_names_stands_in_the_list() {
    Set<String> known = Clauses.read().keySet();
    assertThat(ClauseMarks.list())
        .as("clauses named by tests but not in docs/law/clauses.yaml")
        .allMatch(mark -> known.contains(mark.clause()));
  }

  @Test
  void every_clause_that_a_profile_names_stands_in_the_list() {
    Set<String> known = Clauses.read().keySet();
    for (String id :
        List.of("base", "taizhou", "pingdingshan", "shaoxing", "rushan", "zibo_miit")) {
      assertThat(settings(id).flatMap(s -> s.clauses().stream()).collect(Collectors.toSet()))
          .as("clauses of profile %s", id)
          .isSubsetOf(known);
    }
  }

  private static Stream<Setting> settings(String profile) {
    return TestProfiles.get(profile).ruling().values().stream().flatMap(List::stream);
  }

  @Test
  void every_edge_of_a_lifecycle_rests_on_a_clause_of_the_list_or_on_none() {
    Set<String> known = Clauses.read().keySet();
    for (Lifecycle<?, ?> lifecycle : LifecyclePages.tables().values()) {
      for (var edge : lifecycle.edges()) {
        assertThat(edge.clause().isEmpty() || known.contains(edge.clause()))
            .as("%s: clause %s of %s", lifecycle.name(), edge.clause(), edge.command())
            .isTrue();
      }
    }
  }

  @Test
  void marks_are_read_from_methods_classes_and_lists_but_not_from_comments() {
    String java =
        """
        /** {@code %1$s("ZB-1")} */
        %1$s("ZB-22")
        class SomeTest {
          @Test
          %1$s({"ZB-9", "ZB-12"})
          @ParameterizedTest(name = "a(b)")
          void a_draw_is_watched() {} // %1$s("ZB-2")
        }
        """
            .formatted(MARK);
    assertThat(ClauseMarks.marks("x/src/test/SomeTest.java", java))
        .containsExactly(
            new Mark("ZB-22", "x/src/test/SomeTest.java", ""),
            new Mark("ZB-9", "x/src/test/SomeTest.java", "a draw is watched"),
            new Mark("ZB-12", "x/src/test/SomeTest.java", "a draw is watched"));
  }

  @Test
  void marks_of_typescript_belong_to_the_test_in_which_they_stand() {
    String script =
        """
        test('first', () => {})
        test('shows the cap', () => {
          clause('ZB-12', 'ZB-9')
        })
        """;
    assertThat(ClauseMarks.marks("web/a.spec.ts", script))
        .containsExactly(
            new Mark("ZB-12", "web/a.spec.ts", "shows the cap"),
            new Mark("ZB-9", "web/a.spec.ts", "shows the cap"));
  }

  @Test
  void a_clause_to_be_enforced_without_a_test_is_named_at_the_top() {
    String page =
        LawReport.write(
            List.of(CAP, WITNESS),
            List.of(new Mark("ZB-12", "a/src/test/CapTest.java", "the cap")));
    assertThat(page).contains("To be enforced: 2, of which open: 1.");
    assertThat(page).contains("- **ZB-9** (drawing) Rule of ZB-9.");
    assertThat(page).doesNotContain("- **ZB-12**");
    assertThat(page).contains("[CapTest](../../a/src/test/CapTest.java): the cap |");
  }

  private enum Light {
    RED,
    DARK_GREEN
  }

  private enum Press {
    SWITCH_ON
  }

  @Test
  void a_lifecycle_becomes_a_table_and_a_diagram() {
    var table =
        new Lifecycle<>(
            "light",
            Lifecycle.edge(Light.RED, Press.SWITCH_ON, Light.DARK_GREEN, "light-on", "ZB-9"));
    assertThat(LifecyclePages.page(Light.class, table))
        .contains("| red | switch-on | dark-green | light-on | ZB-9 |")
        .contains("  [*] --> red\n  red --> dark_green: switch-on\n");
  }
}

package cn.sunlot;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.sample.ThingManager;
import cn.sunlot.sample.domain.RuleWithDatabase;
import cn.sunlot.sample.store.ThingSearch;
import cn.sunlot.sample.usecase.DoThing;
import cn.sunlot.sample.web.OpenController;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the architecture sees a class that breaks it. */
class ArchitectureRulesTest {

  static Stream<Arguments> rules() {
    return Stream.of(
        broken(ArchitectureTest.handlers_name_their_permission, OpenController.class),
        broken(ArchitectureTest.domain_is_pure, RuleWithDatabase.class),
        broken(ArchitectureTest.sql_stays_in_stores, RuleWithDatabase.class),
        broken(
            ArchitectureTest.controllers_go_through_use_cases_and_searches, OpenController.class),
        broken(ArchitectureTest.pages_only_read_from_stores, OpenController.class),
        broken(ArchitectureTest.use_cases_are_transactions, DoThing.class),
        broken(ArchitectureTest.searches_only_read, ThingSearch.class),
        broken(ArchitectureTest.searches_are_told_whose_data, ThingSearch.class),
        broken(ArchitectureTest.time_comes_from_the_clock, ThingManager.class),
        broken(ArchitectureTest.dates_are_java_time, ThingManager.class),
        broken(ArchitectureTest.nothing_is_injected_into_fields, ThingManager.class),
        broken(ArchitectureTest.constants_do_not_change, ThingManager.class),
        broken(ArchitectureTest.names_say_what_a_class_is, ThingManager.class));
  }

  private static Arguments broken(ArchRule rule, Class<?> by) {
    return Arguments.of(Named.of(rule.getDescription(), rule), by);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void a_class_that_breaks_the_rule_is_seen(ArchRule rule, Class<?> by) {
    var classes = new ClassFileImporter().importClasses(by);
    assertThat(rule.evaluate(classes).hasViolation()).isTrue();
  }
}

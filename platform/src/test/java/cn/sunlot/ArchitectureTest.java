package cn.sunlot;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import cn.sunlot.kernel.TimeConfiguration;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.Scope;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMapping;

/** The order inside modules, each rule with its reason; between modules: {@link ModulesTest}. */
@AnalyzeClasses(packages = "cn.sunlot", importOptions = ArchitectureTest.PlatformOnly.class)
class ArchitectureTest {

  /**
   * The platform's own classes; without tests, generated tables, and the other modules of the
   * project.
   */
  static final class PlatformOnly implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return location.contains("/platform/target/classes/") && !location.contains("/store/jooq/");
    }
  }

  private static final Pattern FACE = Pattern.compile("cn\\.sunlot\\.[a-z]+");
  private static final Pattern READING = Pattern.compile("get|find|list|page|count|has|is");
  private static final Pattern TIMELESS = Pattern.compile("java\\.time\\.[A-Za-z]+");

  @ArchTest
  static final ArchRule handlers_name_their_permission =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .should()
          .beAnnotatedWith(Requires.class)
          .because("a handler without a permission would be open to everybody who is signed in");

  @ArchTest
  static final ArchRule domain_is_pure =
      classes()
          .that()
          .resideInAPackage("cn.sunlot.*.domain..")
          .should(
              dependOnlyOn(
                  "java, the kernel, faces of modules, the draw library and the own domain",
                  ArchitectureTest::isPure))
          .because("rules must be readable and testable without database, web or framework");

  @ArchTest
  static final ArchRule sql_stays_in_stores =
      noClasses()
          .that()
          .resideOutsideOfPackages("..store..", "cn.sunlot.kernel..", "cn.sunlot.audit..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.jooq..", "..store.jooq..", "java.sql..", "org.postgresql.."))
          .because("whoever reads a use case or a rule must not have to read SQL");

  @ArchTest
  static final ArchRule controllers_go_through_use_cases_and_searches =
      noClasses()
          .that()
          .resideInAPackage("cn.sunlot.*.web..")
          .and()
          .haveSimpleNameEndingWith("Controller")
          .should()
          .dependOnClassesThat(resideInAPackage("..store..").and(simpleNameEndingWith("Store")))
          .because("a controller reads a request and writes an answer, and decides nothing");

  @ArchTest
  static final ArchRule pages_only_read_from_stores =
      noClasses()
          .that()
          .resideInAPackage("cn.sunlot.*.web..")
          .should()
          .callMethodWhere(describe("a store is written", ArchitectureTest::writesStore))
          .because("a write that skips its use case skips its rules and its log entry");

  @ArchTest
  static final ArchRule use_cases_are_transactions =
      classes()
          .that()
          .resideInAPackage("cn.sunlot.*.usecase..")
          .and()
          .areMetaAnnotatedWith(Component.class)
          .and(
              describe(
                  "have a method run",
                  c -> c.getMethods().stream().anyMatch(ArchitectureTest::isRun)))
          .should(beTransactional())
          .because(
              "change and log entry happen together or not at all, and row-level security only"
                  + " works inside a transaction");

  @ArchTest
  static final ArchRule searches_only_read =
      classes()
          .that()
          .haveSimpleNameEndingWith("Search")
          .and()
          .resideInAPackage("..store..")
          .should(beReadOnly())
          .because("looking at a page must not change anything");

  @ArchTest
  static final ArchRule searches_are_told_whose_data =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(
              simpleNameEndingWith("Search").and(resideInAPackage("..store..")))
          .and()
          // The calendar of the country is the same for everybody.
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("cn.sunlot.calendar..")
          .should(takeAScopeOrOneThingFirst())
          .because(
              "a search without a scope would show the data of others; the parts of one thing are"
                  + " asked for by its id, after the thing itself was found in scope");

  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses()
          .that()
          .doNotBelongToAnyOf(TimeConfiguration.class)
          .should()
          .callMethodWhere(describe("the time is read past the clock", ArchitectureTest::readsTime))
          .because("tests and the demo set the clock; days begin and end in China");

  @ArchTest
  static final ArchRule dates_are_java_time =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)")
          .because("java.util.Date has no day and no zone, and can be changed by anybody");

  @ArchTest
  static final ArchRule nothing_is_injected_into_fields =
      noFields()
          .should()
          .beAnnotatedWith(Autowired.class)
          .orShould()
          .beAnnotatedWith(Value.class)
          .because("what a class needs stands in its constructor");

  @ArchTest
  static final ArchRule constants_do_not_change =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal()
          .because("state that all requests share belongs into the database");

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Utils?|Helpers?|Manager|DTO|Dto|VO)(\\$.*)?")
          .because("a word that is not in the glossary does not become a class name");

  private static boolean isPure(JavaClass self, JavaClass other) {
    String name = other.getPackageName();
    return name.startsWith("java.")
        || name.isEmpty()
        || name.equals("org.jspecify.annotations")
        || name.equals("cn.sunlot.kernel")
        || name.equals("cn.sunlot.kernel.access")
        || FACE.matcher(name).matches()
        || name.startsWith("cn.sunlot.draw.")
        || name.startsWith(self.getPackageName());
  }

  private static boolean writesStore(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    return owner.getSimpleName().endsWith("Store")
        && owner.getPackageName().contains(".store")
        && !READING.matcher(call.getTarget().getName()).lookingAt();
  }

  private static boolean isRun(JavaMethod method) {
    return method.getName().equals("run");
  }

  private static boolean readsTime(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getTarget().getName();
    boolean bare = call.getTarget().getRawParameterTypes().isEmpty();
    return (TIMELESS.matcher(owner).matches() && name.equals("now") && bare)
        || (owner.equals("java.time.Clock") && name.startsWith("system"))
        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
  }

  private interface Allowed {
    boolean test(JavaClass self, JavaClass other);
  }

  private static ArchCondition<JavaClass> dependOnlyOn(String what, Allowed allowed) {
    return new ArchCondition<>("depend only on " + what) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getDirectDependenciesFromSelf().stream()
            .filter(d -> !allowed.test(item, d.getTargetClass().getBaseComponentType()))
            .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> beTransactional() {
    return new ArchCondition<>("be @Transactional, or open transactions themselves") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean itself =
            item.getFields().stream()
                .anyMatch(f -> f.getRawType().isEquivalentTo(TransactionTemplate.class));
        boolean methods =
            item.getMethods().stream()
                .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                .allMatch(m -> m.isAnnotatedWith(Transactional.class));
        boolean right = item.isAnnotatedWith(Transactional.class) || itself || methods;
        events.add(new SimpleConditionEvent(item, right, item.getName() + " has no transaction"));
      }
    };
  }

  private static ArchCondition<JavaClass> beReadOnly() {
    return new ArchCondition<>("be @Transactional(readOnly = true)") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean right =
            item.tryGetAnnotationOfType(Transactional.class)
                .map(Transactional::readOnly)
                .orElse(false);
        events.add(new SimpleConditionEvent(item, right, item.getName() + " may write"));
      }
    };
  }

  private static ArchCondition<JavaMethod> takeAScopeOrOneThingFirst() {
    return new ArchCondition<>("take a Scope, or the id of one thing, as first argument") {
      @Override
      public void check(JavaMethod item, ConditionEvents events) {
        boolean right =
            item.getRawParameterTypes().stream()
                .findFirst()
                .filter(
                    first -> first.isEquivalentTo(Scope.class) || first.isEquivalentTo(UUID.class))
                .isPresent();
        events.add(new SimpleConditionEvent(item, right, item.getFullName() + " takes no scope"));
      }
    };
  }
}

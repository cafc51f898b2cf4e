package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.registry.domain.KnownInspector;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.DuplicateSearch;
import cn.sunlot.registry.store.InspectorSearch;
import cn.sunlot.registry.store.TargetSearch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Targets to complete (ZB-6), those that may stand there twice (TZ-10), licences that end soon or
 * have ended (ZB-7).
 */
@Component
class RegistryTodos implements TodoSource {

  /** So many days before a licence ends, people are told. */
  static final int DAYS_AHEAD = 60;

  private static final TargetListFilter INCOMPLETE =
      TargetListFilter.ALL.withStatus("active").withComplete(false);

  private static final DuplicateSearch.Filter UNDECIDED =
      new DuplicateSearch.Filter("open", null, null, null);

  private final TargetSearch targets;
  private final InspectorSearch inspectors;
  private final DuplicateSearch duplicates;
  private final ProblemTexts texts;
  private final Clock clock;

  RegistryTodos(
      TargetSearch targets,
      InspectorSearch inspectors,
      DuplicateSearch duplicates,
      ProblemTexts texts,
      Clock clock) {
    this.targets = targets;
    this.duplicates = duplicates;
    this.inspectors = inspectors;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    Locale locale = LocaleContextHolder.getLocale();
    List<Todo> todos = new ArrayList<>();
    if (person.may(Permission.INSPECTORS_EDIT)) {
      LocalDate before = LocalDate.now(clock).plusDays(DAYS_AHEAD + 1L);
      inspectors.listExpiring(person.scope(), before).stream()
          .filter(i -> person.handles(i.content().departmentId()))
          .forEach(i -> todos.add(expiring(i, locale)));
    }
    if (person.may(Permission.TARGETS_EDIT)) {
      long incomplete = targets.count(person.scope(), INCOMPLETE);
      if (incomplete > 0) {
        String title = texts.text("registry.todo.incomplete-targets", locale, incomplete);
        todos.add(new Todo("complete-targets", title, null, false, "/targets?complete=false", ""));
      }
    }
    if (person.may(Permission.TARGETS_MERGE)) {
      long alike = duplicates.count(person.scope(), UNDECIDED);
      if (alike > 0) {
        String title = texts.text("registry.todo.possible-duplicates", locale, alike);
        todos.add(new Todo("decide-duplicates", title, null, false, "/duplicates", ""));
      }
    }
    return todos;
  }

  private Todo expiring(KnownInspector inspector, Locale locale) {
    var content = inspector.content();
    return new Todo(
        "renew-licence",
        texts.text("registry.todo.licence-expiring", locale, content.name()),
        content.licence().until(),
        false,
        "/inspectors/" + inspector.id(),
        content.licence().number());
  }
}

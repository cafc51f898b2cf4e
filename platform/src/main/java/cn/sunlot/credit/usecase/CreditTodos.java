package cn.sunlot.credit.usecase;

import cn.sunlot.credit.domain.ScorecardState;
import cn.sunlot.credit.store.CreditSearch;
import cn.sunlot.credit.store.ScorecardStore;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Classes that worsened, and scorecards that wait for approval. */
@Component
class CreditTodos implements TodoSource {

  private final CreditSearch search;
  private final ScorecardStore scorecards;
  private final ProblemTexts texts;

  CreditTodos(CreditSearch search, ScorecardStore scorecards, ProblemTexts texts) {
    this.search = search;
    this.scorecards = scorecards;
    this.texts = texts;
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    Locale locale = LocaleContextHolder.getLocale();
    List<Todo> todos = new ArrayList<>();
    if (person.may(Permission.CREDIT_EDIT)) {
      int open = search.countOpenWarnings(person.scope());
      if (open > 0) {
        String title = texts.text("credit.todo.warnings", locale, open);
        todos.add(new Todo("settle-warnings", title, null, false, "/credit/warnings", ""));
      }
    }
    if (person.may(Permission.CREDIT_APPROVE)) {
      scorecards
          .findOpen(person.authorityId())
          .filter(card -> card.state() == ScorecardState.SUBMITTED)
          .ifPresent(
              card ->
                  todos.add(
                      new Todo(
                          "approve-scorecard",
                          card.content().title(),
                          null,
                          false,
                          "/credit/scorecards/" + card.id(),
                          "")));
    }
    return todos;
  }
}

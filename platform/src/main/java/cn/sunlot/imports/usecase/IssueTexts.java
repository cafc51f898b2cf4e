package cn.sunlot.imports.usecase;

import cn.sunlot.imports.domain.Issue;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.sheets.Mistake;
import cn.sunlot.sheets.Text;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts what is wrong with a cell into words. */
@Component
public class IssueTexts {

  private final ProblemTexts texts;

  IssueTexts(ProblemTexts texts) {
    this.texts = texts;
  }

  /** What is wrong. */
  public Text what(Issue issue) {
    return issue.ready() == null ? text(issue, "") : issue.ready().what();
  }

  /** What to do. */
  public Text wayOut(Issue issue) {
    return issue.ready() == null ? text(issue, ".fix") : issue.ready().wayOut();
  }

  /** The name of a kind of problem. */
  public String title(String code, Locale locale) {
    return texts.text("import.issue." + code + ".title", locale);
  }

  Mistake mistake(Issue issue) {
    return new Mistake(issue.column(), what(issue), wayOut(issue), issue.warning());
  }

  private Text text(Issue issue, String part) {
    String key = "import.issue." + issue.code() + part;
    Object[] arguments = issue.arguments().toArray();
    return new Text(
        texts.text(key, Locale.SIMPLIFIED_CHINESE, arguments),
        texts.text(key, Locale.ENGLISH, arguments));
  }
}

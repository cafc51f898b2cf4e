package cn.sunlot.drawing.domain;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.kernel.Refused;

/** Numbers of a lottery, by name and issue, in the order published, joined by points. */
final class Lottery implements SourceKind {

  static final String NAME = "lottery";

  private static final int MOST = 40;

  @Override
  public Fixed fix(Declaration said) {
    Fields fields = new Fields();
    String name = fields.text("name", said.name());
    String issue = fields.text("issue", said.issue());
    int numbers = fields.number("count", said.count(), 1, MOST);
    String order =
        said.writing() == null || said.writing().isBlank()
            ? "in the order published"
            : fields.text("writing", said.writing());
    fields.demand();
    return new Fixed(
        "%s %s, %d numbers, %s, joined by '.'".formatted(name, issue, numbers, order),
        String.valueOf(numbers));
  }

  @Override
  public String read(String typed, String form) {
    // People type blanks, commas or plus signs between numbers.
    String joined = typed.strip().replaceAll("[\\s.,;，、；+|]+", ".");
    String[] numbers = joined.split("\\.", -1);
    if (!joined.matches("[0-9]{1,9}(\\.[0-9]{1,9})*") || numbers.length != Integer.parseInt(form)) {
      throw Refused.because(DrawingProblem.PUBLIC_VALUE_NUMBERS, form, typed.strip());
    }
    return joined;
  }
}

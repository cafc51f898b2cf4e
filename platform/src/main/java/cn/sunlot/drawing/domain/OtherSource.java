package cn.sunlot.drawing.domain;

import cn.sunlot.draw.Names;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.kernel.Refused;

/** Any value that somebody else publishes later: what, which issue, and how it is written. */
final class OtherSource implements SourceKind {

  static final String NAME = "other";

  private static final int LONGEST = 300;

  @Override
  public Fixed fix(Declaration said) {
    Fields fields = new Fields();
    String name = fields.text("name", said.name());
    String issue = fields.text("issue", said.issue());
    String writing = fields.text("writing", said.writing());
    fields.demand();
    return new Fixed("%s %s, %s".formatted(name, issue, writing), "");
  }

  @Override
  public String read(String typed, String form) {
    String value = typed.strip();
    if (value.length() > LONGEST || !Names.VALUE.matcher(value).matches()) {
      throw Refused.because(DrawingProblem.PUBLIC_VALUE_TEXT, value, String.valueOf(LONGEST));
    }
    return value;
  }
}

package cn.sunlot.drawing.domain;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.kernel.Refused;

/** Decimal digits thrown in the room when all nonces are open. */
final class Dice implements SourceKind {

  static final String NAME = "dice";

  private static final int FEWEST = 10;
  private static final int MOST = 100;

  @Override
  public Fixed fix(Declaration said) {
    Fields fields = new Fields();
    int digits = fields.number("count", said.count(), FEWEST, MOST);
    fields.demand();
    return new Fixed(digits + " decimal digits, thrown in the room", String.valueOf(digits));
  }

  @Override
  public String read(String typed, String form) {
    String digits = typed.replaceAll("\\s", "");
    if (!digits.matches("[0-9]{" + form + "}")) {
      throw Refused.because(
          DrawingProblem.PUBLIC_VALUE_SHAPE, form, String.valueOf(digits.length()));
    }
    return digits;
  }
}

package cn.sunlot.sheets;

/** How many bytes the parts of one workbook may still unpack to. */
final class InflationBudget {

  private final Limits limits;
  private long spent;

  InflationBudget(Limits limits) {
    this.limits = limits;
  }

  void spend(long bytes) {
    spent += bytes;
    if (spent > limits.inflatedBytes()) {
      throw Problem.ofFile(Code.INFLATED_TOO_LARGE, limits.inflatedBytes()).refused();
    }
  }

  int ratio() {
    return limits.inflationRatio();
  }
}

package cn.sunlot.calendar;

import cn.sunlot.kernel.Problem;

/** Problems of the calendar. */
public enum CalendarProblem implements Problem {
  YEAR_ANNOUNCED_ALREADY(409);

  private final int status;

  CalendarProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "calendar";
  }

  @Override
  public int status() {
    return status;
  }
}

package cn.sunlot.planning.domain;

import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a plan (ZB-8, TZ-14). Its id stays the same over the versions of the plan.
 *
 * @param category class of inspection (抽查类别), e.g. energy saving
 * @param filter which targets it hits
 * @param timesPerYear how often
 * @param executingId the section that carries it out, of a joint line the lead department
 * @param body the body in whose name it inspects
 * @param arrangement who takes part, who draws, and how
 * @param planned what the pool was when the plan was submitted, or null before
 */
public record Line(
    UUID id,
    String title,
    String category,
    List<UUID> itemVersionIds,
    TargetFilter filter,
    Rates rates,
    int timesPerYear,
    Period period,
    UUID executingId,
    String body,
    Arrangement arrangement,
    @Nullable Planned planned) {

  /** First and last day. */
  public record Period(LocalDate from, LocalDate to) {}

  /** Size of the pool and expected number of targets. */
  public record Planned(long pool, long expected) {}

  public Line {
    title = title.strip();
    category = category.strip();
    itemVersionIds = List.copyOf(itemVersionIds);
    body = body.strip();
  }

  /** A department's own line. */
  public Line(
      UUID id,
      String title,
      String category,
      List<UUID> itemVersionIds,
      TargetFilter filter,
      Rates rates,
      int timesPerYear,
      Period period,
      UUID executingId,
      String body,
      @Nullable Planned planned) {
    this(
        id,
        title,
        category,
        itemVersionIds,
        filter,
        rates,
        timesPerYear,
        period,
        executingId,
        body,
        Arrangement.OWN,
        planned);
  }

  public Line withId(UUID other) {
    return new Line(
        other,
        title,
        category,
        itemVersionIds,
        filter,
        rates,
        timesPerYear,
        period,
        executingId,
        body,
        arrangement,
        planned);
  }

  public Line counted(Planned now) {
    return new Line(
        id,
        title,
        category,
        itemVersionIds,
        filter,
        rates,
        timesPerYear,
        period,
        executingId,
        body,
        arrangement,
        now);
  }
}

package cn.sunlot.planning.domain;

import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a plan (ZB-8). Its id stays the same over the versions of the plan.
 *
 * @param category class of inspection (抽查类别), e.g. energy saving
 * @param filter which targets it hits
 * @param timesPerYear how often
 * @param executingId the section that carries it out
 * @param body the body in whose name it inspects
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
        now);
  }
}

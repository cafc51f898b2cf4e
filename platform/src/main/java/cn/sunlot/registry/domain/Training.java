package cn.sunlot.registry.domain;

import cn.sunlot.kernel.WrongValue;
import cn.sunlot.sheets.Normalised;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A training for double random that an inspector took part in (TZ-22, RS-3.3).
 *
 * @param hours lessons, from 1 to 400
 * @param organiser who held it, or ""
 */
public record Training(UUID id, LocalDate on, int hours, String topic, String organiser) {

  public static final int MOST_HOURS = 400;

  public Training {
    topic = Normalised.ofText(topic).text();
    organiser = Normalised.ofText(organiser).text();
  }

  /**
   * Values that cannot be kept.
   *
   * @param today what is yet to come is no training yet
   */
  public List<WrongValue> wrong(LocalDate today) {
    List<WrongValue> wrong = new ArrayList<>();
    if (on.isAfter(today)) {
      wrong.add(WrongValue.of("on", on.toString(), "registry.wrong.training-to-come"));
    }
    if (hours < 1 || hours > MOST_HOURS) {
      wrong.add(WrongValue.of("hours", String.valueOf(hours), "registry.wrong.training-hours"));
    }
    if (topic.isEmpty()) {
      wrong.add(WrongValue.of("topic", "", "registry.wrong.required"));
    }
    return wrong;
  }
}

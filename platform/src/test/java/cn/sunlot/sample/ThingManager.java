package cn.sunlot.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything at once: its name, its state, its clock, its dates, its injection. */
@SuppressWarnings({"NonFinalStaticField", "JavaUtilDate", "JavaTimeDefaultTimeZone"})
public abstract class ThingManager {

  protected static int count;

  @Autowired protected @Nullable Clock clock;

  protected LocalDate today() {
    return LocalDate.now();
  }

  protected Instant now() {
    return Instant.ofEpochMilli(System.currentTimeMillis());
  }

  protected Calendar calendar() {
    return Calendar.getInstance();
  }
}

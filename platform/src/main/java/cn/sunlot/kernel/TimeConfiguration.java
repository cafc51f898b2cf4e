package cn.sunlot.kernel;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the platform; tests and the demo set their own. Dates are dates in China. */
@Configuration
public class TimeConfiguration {

  /** The time zone in which days begin and end. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Bean
  Clock clock() {
    return Clock.system(ZONE);
  }
}

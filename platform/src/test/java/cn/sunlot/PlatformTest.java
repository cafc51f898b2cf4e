package cn.sunlot;

import cn.sunlot.api.AnswersAsDescribed;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of the whole platform on a real database of its own, as the application's role.
 *
 * <p>Tests with the same annotations share one context and one database, so a test makes its own
 * bureau ({@link Bureau}) and never counts rows of others. The clock stands until the test moves it
 * ({@link SettableClock}).
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = SunlotPlatform.class)
@AutoConfigureMockMvc
@Import({
  AnswersAsDescribed.class,
  PlatformTestConfiguration.class,
  Bureau.Factory.class,
  City.Factory.class,
  TestJobs.class
})
@ActiveProfiles("test")
public @interface PlatformTest {}

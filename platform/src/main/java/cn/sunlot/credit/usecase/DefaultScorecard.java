package cn.sunlot.credit.usecase;

import cn.sunlot.credit.domain.Scorecard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The scorecard that a first draft begins with, as data ({@code credit/scorecard.yaml}). */
@Component
public class DefaultScorecard {

  private static final String PLACE = "credit/scorecard.yaml";

  private final Scorecard content;

  DefaultScorecard() {
    try (InputStream in = new ClassPathResource(PLACE).getInputStream()) {
      content = new YAMLMapper().readValue(in, Scorecard.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Scorecard get() {
    return content;
  }
}

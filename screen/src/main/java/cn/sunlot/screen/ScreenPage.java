package cn.sunlot.screen;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Sets a draw's document as a piece of a page, in Chinese or English. */
public final class ScreenPage {

  private static final List<String> STEPS =
      List.of("prepared", "committed", "revealed", "drawn", "closed");
  private static final String LEADER = "a-leader";
  private static final String FOLDER = "cn/sunlot/screen/";

  private final ResourceBundleMessageSource messages = messages();
  private final SpringTemplateEngine templates = templates(messages);

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    texts.setBasenames(FOLDER + "texts", FOLDER + "words");
    texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
    texts.setFallbackToSystemLocale(false);
    texts.setAlwaysUseMessageFormat(true);
    texts.setDefaultLocale(Locale.ROOT);
    return texts;
  }

  private static SpringTemplateEngine templates(ResourceBundleMessageSource messages) {
    ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
    files.setPrefix(FOLDER);
    files.setSuffix(".html");
    files.setTemplateMode(TemplateMode.HTML);
    files.setCharacterEncoding(StandardCharsets.UTF_8.name());
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(files);
    engine.setTemplateEngineMessageSource(messages);
    return engine;
  }

  /**
   * The screen as HTML.
   *
   * @param results address of the whole result for the script that counts along, {@code from} and
   *     {@code size} to be added; null where there is none
   * @param progress how far it is while it is being made, else null
   */
  public String show(
      DrawScreen screen,
      Names names,
      Locale locale,
      @Nullable String results,
      @Nullable Progress progress) {
    Map<String, Object> values = new HashMap<>();
    values.put("s", screen);
    values.put("names", names);
    values.put("w", words(locale));
    values.put("steps", STEPS);
    values.put("now", STEPS.indexOf(screen.state()) + 1);
    ScreenFit fit = ScreenFit.of(screen);
    boolean named = screen.last().stream().anyMatch(t -> !names.token(t.token()).isEmpty());
    boolean regional = screen.strata().stream().anyMatch(DrawScreen.Stratum::regional);
    // Names, and codes of classes in regions, need the whole width.
    boolean one = named || regional;
    values.put("fit", fit);
    values.put("regional", regional);
    values.put("one", one);
    values.put("last", fit.last(screen, one));
    values.put("teams", fit.teams(screen));
    values.put("results", results);
    values.put("progress", progress);
    DrawScreen.Commitment commitment = screen.commitment();
    values.put("qr", commitment == null ? null : QrCode.of(commitment.hash()));
    return templates.process("screen", new Context(locale, values));
  }

  ScreenWords words(Locale locale) {
    return new ScreenWords(messages, locale);
  }

  /** The rows of filled places, with roles in words. */
  public List<ResultPage.Row> rows(List<DrawScreen.Place> places, Names names, Locale locale) {
    return places.stream().map(p -> ResultPage.Row.of(p, role(p.role(), locale), names)).toList();
  }

  private String role(String role, Locale locale) {
    return text(role.equals(LEADER) ? "role.leader" : "role.member", locale);
  }

  /** A text of the screen in a language. */
  public String text(String key, Locale locale, Object... values) {
    return messages.getMessage(key, values, locale);
  }
}

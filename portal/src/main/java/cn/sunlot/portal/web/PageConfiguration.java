package cn.sunlot.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** How pages are made: templates, texts, languages. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

  @Bean
  Clock clock() {
    return Clock.system(Formats.ZONE);
  }

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    texts.setBasenames("portal/texts", "portal/words", "portal/entries/audit");
    texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
    // The file without a language is the Chinese one.
    texts.setFallbackToSystemLocale(false);
    texts.setAlwaysUseMessageFormat(true);
    texts.setDefaultLocale(Locale.ROOT);
    return texts;
  }

  @Bean
  LocaleResolver localeResolver() {
    return new Languages();
  }

  @Bean
  SpringTemplateEngine templateEngine(MessageSource messages) {
    ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
    files.setPrefix("portal/templates/");
    files.setSuffix(".html");
    files.setTemplateMode(TemplateMode.HTML);
    files.setCharacterEncoding(StandardCharsets.UTF_8.name());
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(files);
    engine.setTemplateEngineMessageSource(messages);
    engine.setEnableSpringELCompiler(true);
    return engine;
  }

  @Bean
  ThymeleafViewResolver pages(SpringTemplateEngine engine) {
    ThymeleafViewResolver resolver = new ThymeleafViewResolver();
    resolver.setTemplateEngine(engine);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return resolver;
  }
}

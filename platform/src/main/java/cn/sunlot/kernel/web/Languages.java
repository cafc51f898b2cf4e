package cn.sunlot.kernel.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Chinese first, English complete: the texts of all modules, chosen by the request's language. */
@Configuration
class Languages {

  @Bean
  MessageSource messageSource() throws IOException {
    var source = new ReloadableResourceBundleMessageSource();
    String[] names =
        Arrays.stream(
                new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_en.properties"))
            .map(
                r ->
                    "classpath:messages/"
                        + String.valueOf(r.getFilename()).replace("_en.properties", ""))
            .distinct()
            .toArray(String[]::new);
    source.setBasenames(names);
    source.setDefaultEncoding("UTF-8");
    source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  @Bean
  LocaleResolver localeResolver() {
    var resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(
        List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
    resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    return resolver;
  }
}

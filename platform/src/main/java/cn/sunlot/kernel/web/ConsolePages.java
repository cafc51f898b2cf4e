package cn.sunlot.kernel.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The console's files from the class path. They are under {@code console/} and not where Spring
 * Boot looks by itself: the public site runs on the same class path and must not serve them.
 */
@Configuration
class ConsolePages implements WebMvcConfigurer {

  private static final String ROOT = "classpath:/console/";

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // Their names hold a hash of their content: another content has another name.
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(ROOT + "assets/")
        .setUseLastModified(false)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    // Asked for each time, and not by date: in a reproducible jar every release has the same date.
    registry
        .addResourceHandler("/**")
        .addResourceLocations(ROOT)
        .setUseLastModified(false)
        .setEtagGenerator(ConsolePages::etag)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new PageResolver());
  }

  private static String etag(Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      return '"' + DigestUtils.md5DigestAsHex(content) + '"';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address of the console that is no file is a page of it, which the browser finds. */
  private static final class PageResolver extends PathResourceResolver {

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      if (path.startsWith("api/")) {
        return null;
      }
      Resource file = super.getResource(path, location);
      boolean page = path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
      return file == null && page ? super.getResource("index.html", location) : file;
    }
  }
}

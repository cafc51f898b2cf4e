package cn.sunlot.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** What a browser sees of an answer whose file turns out to be damaged half way. */
class BrokenOffAnswerTest {

  private static final int CHUNK = 1 << 16;

  @TempDir private Path folder;

  /** Three chunks, of which the second cannot be opened. */
  private static final class Damaged extends AbstractResource {
    @Override
    public InputStream getInputStream() {
      InputStream failing =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("its bytes were changed");
            }
          };
      return new SequenceInputStream(new ByteArrayInputStream(new byte[CHUNK]), failing);
    }

    @Override
    public long contentLength() {
      return 3L * CHUNK;
    }

    @Override
    public String getDescription() {
      return "damaged";
    }
  }

  @EnableWebMvc
  static class Site {

    /** The profile is never active, so that no other test finds it as a component. */
    @Profile("nobody")
    @RestController
    static class Downloads {
      @GetMapping("/damaged")
      ResponseEntity<Resource> damaged() {
        return ResponseEntity.ok(new Damaged());
      }
    }

    @Bean
    Downloads downloads() {
      return new Downloads();
    }

    @Bean
    ProblemAdvice advice() {
      return new ProblemAdvice(
          new ProblemTexts(new StaticMessageSource(), (clauses, locale) -> ""));
    }
  }

  /** As the application's own page of errors, which a server puts behind what was sent. */
  private static final class Errors extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getOutputStream().write(new byte[200]);
    }
  }

  private Tomcat server() throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", folder.toString());
    var site = new AnnotationConfigWebApplicationContext();
    site.register(Site.class);
    Tomcat.addServlet(context, "site", new DispatcherServlet(site));
    context.addServletMappingDecoded("/", "site");
    Tomcat.addServlet(context, "errors", new Errors());
    context.addServletMappingDecoded("/error", "errors");
    ErrorPage page = new ErrorPage();
    page.setLocation("/error");
    context.addErrorPage(page);
    tomcat.getConnector();
    tomcat.start();
    return tomcat;
  }

  @Test
  void an_answer_with_half_of_a_file_ends_as_an_error_and_not_as_a_whole_one() throws Exception {
    Tomcat server = server();
    try {
      URI address = URI.create("http://localhost:" + server.getConnector().getLocalPort());
      HttpRequest request = HttpRequest.newBuilder(address.resolve("/damaged")).build();
      assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()))
          .isInstanceOf(IOException.class)
          .satisfies(e -> assertThat(e.toString()).contains("fixed content-length"));
    } finally {
      server.stop();
      server.destroy();
    }
  }
}

package cn.sunlot.portal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.stereotype.Component;

/** The site as a visitor reaches it. */
@Component
public class Site {

  private final ServletWebServerApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  Site(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  public String address() {
    return "http://localhost:" + java.util.Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /** The answer to a GET; headers are names and values in turn. */
  public HttpResponse<byte[]> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  /** The answer to a POST of JSON. */
  public HttpResponse<String> post(String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  public String text(String path, String... headers) {
    return new String(get(path, headers).body(), StandardCharsets.UTF_8);
  }

  public Document page(String path, String... headers) {
    return Jsoup.parse(text(path, headers), address() + path);
  }
}

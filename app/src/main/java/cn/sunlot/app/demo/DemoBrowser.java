package cn.sunlot.app.demo;

import cn.sunlot.kernel.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Browsers of the demo's people: what a screen sends, over the port of the platform. */
final class DemoBrowser {

  private static final String BOUNDARY = "sunlot-demo-boundary";

  private final String address;
  private final ObjectMapper json;
  private final Map<String, HttpClient> signedIn = new HashMap<>();

  DemoBrowser(int port, ObjectMapper json) {
    this.address = "http://127.0.0.1:" + port;
    this.json = json;
  }

  JsonNode read(String login, String path) {
    return send(browser(login), request(path).GET());
  }

  /** What a person downloads. */
  byte[] file(String login, String path) {
    return exchange(browser(login), request(path).GET());
  }

  /** A command on a thing whose version is read first, as the screen would have it. */
  JsonNode command(String login, String path, String command, @Nullable Object body) {
    int version = read(login, path).get("version").asInt();
    return post(login, path + "/" + command, version, body);
  }

  /** A command. */
  JsonNode post(String login, String path, @Nullable Integer version, @Nullable Object body) {
    BodyPublisher content =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    return command(login, path, version, "application/json", content);
  }

  /** A command that sends a file. */
  JsonNode upload(
      String login, String path, @Nullable Integer version, String name, byte[] content) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(BOUNDARY, name)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    return command(
        login,
        path,
        version,
        "multipart/form-data; boundary=" + BOUNDARY,
        BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private JsonNode command(
      String login, String path, @Nullable Integer version, String type, BodyPublisher content) {
    HttpClient browser = browser(login);
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", type)
            .header("X-XSRF-TOKEN", token(browser))
            .header("Idempotency-Key", Ids.next().toString())
            .POST(content);
    if (version != null) {
      request.header("If-Match", "\"" + version + "\"");
    }
    return send(browser, request);
  }

  private HttpClient browser(String login) {
    return signedIn.computeIfAbsent(login, this::signIn);
  }

  private HttpClient signIn(String login) {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    // The start page brings the token that the sign-in needs.
    exchange(browser, request("/").GET());
    byte[] credentials =
        json.writeValueAsBytes(Map.of("login", login, "password", DemoPerson.PASSWORD));
    send(
        browser,
        request("/api/session")
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", token(browser))
            .POST(BodyPublishers.ofByteArray(credentials)));
    exchange(browser, request("/").GET());
    return browser;
  }

  private static String token(HttpClient browser) {
    return ((CookieManager) browser.cookieHandler().orElseThrow())
        .getCookieStore().getCookies().stream()
            .filter(c -> c.getName().equals("XSRF-TOKEN"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElse("");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(1));
  }

  private JsonNode send(HttpClient browser, HttpRequest.Builder request) {
    byte[] body = exchange(browser, request);
    return body.length == 0 ? json.nullNode() : json.readTree(body);
  }

  private static byte[] exchange(HttpClient browser, HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      var answer = browser.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 400) {
        throw new IllegalStateException(
            "%s %s: %d %s"
                .formatted(
                    request.method(),
                    request.uri().getPath(),
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8)));
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the demo was loading", e);
    }
  }
}

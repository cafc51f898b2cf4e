package cn.sunlot.app;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The executable jar as its own process, and what a browser gets from it. */
final class Program implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path said;
  private final int port;
  private final int portalPort;
  private HttpClient browser = browser();

  private Program(Process process, Path said, int port, int portalPort) {
    this.portalPort = portalPort;
    this.process = process;
    this.said = said;
    this.port = port;
  }

  /** Starts the jar with these variables, on this port. */
  static Program start(Path folder, int port, Map<String, String> variables) throws IOException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    command.addAll(List.of("-jar", System.getProperty("sunlot.jar")));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SUNLOT_"));
    builder.environment().put("SUNLOT_DATA", folder.resolve("data").toString());
    builder.environment().put("SUNLOT_PORT", Integer.toString(port));
    int portalPort = freePort();
    builder.environment().put("SUNLOT_PORTAL_PORT", Integer.toString(portalPort));
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    return new Program(process, said, port, portalPort);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits until the window shows this text. */
  Program awaitText(String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!said().contains(text)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("'%s' was not said, but:%n%s".formatted(text, said()));
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    return this;
  }

  /** Waits until everything answers. */
  Program awaitReady() throws IOException, InterruptedException {
    return awaitText("http://localhost:" + port + "/");
  }

  /** Waits until the back office answers, whatever else is still starting. */
  void awaitAnswer() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        if (get("/api/session").statusCode() == 401) {
          return;
        }
      } catch (ConnectException notYet) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException("no answer, but:%n%s".formatted(said()), notYet);
        }
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
  }

  String said() throws IOException {
    return Files.readString(said);
  }

  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("did not end");
    }
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  /** SIGTERM. */
  int stop() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(request(path).build(), BodyHandlers.ofString());
  }

  /** A page of the public site. */
  HttpResponse<String> getPublic(String path) throws IOException, InterruptedException {
    return browser()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portalPort + path)).build(),
            BodyHandlers.ofString());
  }

  /** Signs in as a new browser would. */
  HttpResponse<String> signIn(String login, String password)
      throws IOException, InterruptedException {
    browser = browser();
    return post(
        "/api/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password));
  }

  /** A command of whoever is signed in. */
  HttpResponse<String> send(String path, String json) throws IOException, InterruptedException {
    return post(path, json, "Idempotency-Key", UUID.randomUUID().toString());
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return post(path, json, "Accept-Language", "zh");
  }

  private HttpResponse<String> post(String path, String json, String header, String value)
      throws IOException, InterruptedException {
    get("/");
    String token =
        ((CookieManager) browser.cookieHandler().orElseThrow())
            .getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
    return browser.send(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", token)
            .header(header, value)
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}

package cn.sunlot.screen;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Serves a screen as the public site does: the page around it, style, script, stream, result. */
final class Stage implements AutoCloseable {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'";

  private final HttpServer server;
  private final JsonMapper json = new JsonMapper();
  private final ScreenPage page = new ScreenPage();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private volatile Shown shown = new Shown(Samples.targets("prepared", 50), Names.NONE, null);

  private record Shown(DrawScreen screen, Names names, @Nullable Progress progress) {}

  Stage() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/screen.css", e -> send(e, "text/css", ScreenFiles.style()));
    server.createContext("/screen.js", e -> send(e, "text/javascript", ScreenFiles.script()));
    server.createContext("/events", this::stream);
    server.createContext("/result", this::result);
    server.createContext("/", e -> send(e, "text/html", bytes(page(locale(e)))));
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /** What a page shows that is opened from now on. */
  void show(DrawScreen screen, Names names) {
    show(screen, names, null);
  }

  /** The same while it is being made. */
  void show(DrawScreen screen, Names names, @Nullable Progress progress) {
    shown = new Shown(screen, names, progress);
  }

  /** Tells all who follow that it changed. */
  void change(DrawScreen screen, Names names, Locale locale) {
    show(screen, names);
    String html = page.show(screen, names, locale, "/result", null);
    events.add(json.writeValueAsString(Map.of("state", screen.state(), "html", html)));
  }

  private static Locale locale(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().equals("/en") ? Locale.ENGLISH : Locale.CHINESE;
  }

  private String page(Locale locale) {
    boolean english = locale.equals(Locale.ENGLISH);
    return """
    <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Draw</title><link rel="stylesheet" href="/screen.css"></head><body class="ds-wall">
    <header class="ds-around"><p><a href="/">%s</a></p><p>示范市工业和信息化局</p><p data-line role="status" data-live="live" data-lost="lost"></p></header>
    <main data-stream="/events">%s</main><script type="module" src="/screen.js"></script></body></html>
    """
        .formatted(
            english ? "en" : "zh-CN",
            english ? "Sunlot" : "阳光双随机",
            page.show(shown.screen(), shown.names(), locale, "/result", shown.progress()));
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      // A newer Java keeps the headers back until something is written.
      out.write(bytes(": open\n\n"));
      out.flush();
      while (true) {
        out.write(bytes("event: screen\ndata: " + events.take() + "\n\n"));
        out.flush();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void result(HttpExchange exchange) throws IOException {
    Map<String, Integer> asked =
        Stream.of(URLDecoder.decode(exchange.getRequestURI().getQuery(), StandardCharsets.UTF_8))
            .flatMap(query -> Stream.of(query.split("&", -1)))
            .map(part -> part.split("=", 2))
            .collect(Collectors.toMap(part -> part[0], part -> Integer.parseInt(part[1])));
    int from = asked.getOrDefault("from", 1);
    int size = asked.getOrDefault("size", 100);
    Shown now = shown;
    List<ResultPage.Row> rows =
        now.screen().purpose().equals("targets")
            ? Samples.tickets(now.screen(), from, size).stream()
                .map(t -> ResultPage.Row.of(t, now.names()))
                .toList()
            : page.rows(Samples.places(now.screen(), from, size), now.names(), Locale.CHINESE);
    send(
        exchange,
        "application/json",
        json.writeValueAsBytes(new ResultPage(now.screen().drawn(), rows)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package cn.sunlot.cli.log;

import cn.sunlot.translog.note.Note;
import cn.sunlot.translog.witness.Answer;
import cn.sunlot.translog.witness.Witness;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** A witness that listens (C2SP tlog-witness): {@code POST /add-checkpoint}, and nothing else. */
public final class WitnessServer implements AutoCloseable {

  private static final int THREADS = 4;
  private static final int NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int FAILED = 500;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Witness witness;
  private final BiConsumer<Integer, String> heard;

  /**
   * Starts to listen.
   *
   * @param heard told of every answer: its status and first line
   */
  public WitnessServer(
      InetSocketAddress address, Witness witness, BiConsumer<Integer, String> heard)
      throws IOException {
    this.witness = witness;
    this.heard = heard;
    http = HttpServer.create(address, 0);
    http.createContext("/add-checkpoint", this::handle);
    http.setExecutor(threads);
    http.start();
  }

  public int port() {
    return http.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, NOT_ALLOWED, "text/plain; charset=utf-8", "POST a checkpoint\n");
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(Note.MAX_BYTES + 1);
      if (body.length > Note.MAX_BYTES) {
        answer(exchange, TOO_LARGE, "text/plain; charset=utf-8", "too large\n");
        return;
      }
      Answer answer = witness.answer(body);
      answer(exchange, answer.outcome().status(), answer.outcome().contentType(), answer.body());
    } catch (IOException e) {
      // What could not be kept is not answered.
      answer(exchange, FAILED, "text/plain; charset=utf-8", "the state cannot be kept\n");
      throw e;
    }
  }

  private void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    heard.accept(status, text.lines().findFirst().orElse(""));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}

package cn.sunlot.audit.usecase;

import cn.sunlot.audit.signing.LogWitnesses;
import cn.sunlot.audit.signing.LogWitnesses.Watcher;
import cn.sunlot.audit.store.CosignatureStore;
import cn.sunlot.audit.store.CosignatureStore.Request;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.translog.Unsound;
import cn.sunlot.translog.note.SignedCheckpoint;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers the last checkpoint to every witness that has not signed it, and keeps what they sign. A
 * witness that does not answer is left alone for a while; nothing waits for it but who demands its
 * signature.
 */
@Component
public class CollectCosignatures {

  private static final Logger LOG = LoggerFactory.getLogger(CollectCosignatures.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration LEFT_ALONE = Duration.ofSeconds(10);
  private static final int MAX_ANSWER = 100_000;

  private final LogWitnesses witnesses;
  private final CosignatureStore store;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Map<String, Long> silentUntil = new ConcurrentHashMap<>();

  CollectCosignatures(
      LogWitnesses witnesses,
      CosignatureStore store,
      TransactionTemplate transaction,
      Clock clock) {
    this.witnesses = witnesses;
    this.store = store;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Asks the witnesses; gives how many have signed. */
  public int run() {
    int signed = 0;
    for (Watcher witness : witnesses.list()) {
      if (silentUntil.getOrDefault(witness.key().name(), 0L) < System.nanoTime()
          && ask(witness, Optional.empty())) {
        signed++;
      }
    }
    return signed;
  }

  private boolean ask(Watcher witness, Optional<Long> knownSize) {
    Optional<Request> request = inTransaction(() -> store.findRequest(witness.key(), knownSize));
    if (request.isEmpty()) {
      return false;
    }
    try {
      HttpResponse<byte[]> answer = send(witness, request.get().body());
      if (answer.statusCode() == 200 && answer.body().length <= MAX_ANSWER) {
        return keep(witness, request.get(), answer.body());
      }
      String said = new String(answer.body(), StandardCharsets.UTF_8).strip();
      if (answer.statusCode() == 409 && knownSize.isEmpty() && said.matches("[0-9]{1,18}")) {
        return ask(witness, Optional.of(Long.parseLong(said)));
      }
      leaveAlone(witness, answer.statusCode() + " " + said);
    } catch (IOException | Unsound e) {
      leaveAlone(witness, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private HttpResponse<byte[]> send(Watcher witness, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                witness.address().resolve(witness.address().getPath() + "/add-checkpoint"))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, BodyHandlers.ofByteArray());
  }

  private boolean keep(Watcher witness, Request request, byte[] lines) {
    SignedCheckpoint cosigned = request.checkpoint().cosigned(lines, List.of(witness.key()));
    String line = cosigned.lines(List.of(witness.key()));
    if (line.isEmpty()) {
      leaveAlone(witness, "no signature of this witness");
      return false;
    }
    inTransaction(
        () -> {
          store.add(request.checkpoint(), witness.key(), line.strip(), clock.instant());
          return true;
        });
    return true;
  }

  private void leaveAlone(Watcher witness, String why) {
    silentUntil.put(witness.key().name(), System.nanoTime() + LEFT_ALONE.toNanos());
    LOG.warn("Witness {} at {}: {}", witness.key().name(), witness.address(), why);
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return SystemWork.run(() -> Objects.requireNonNull(transaction.execute(s -> work.get())));
  }
}

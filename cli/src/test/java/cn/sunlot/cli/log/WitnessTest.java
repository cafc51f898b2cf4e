package cn.sunlot.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.translog.merkle.Consistency;
import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.HashReader;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.proof.Policy;
import cn.sunlot.translog.witness.AddCheckpoint;
import cn.sunlot.translog.witness.Witness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness over HTTP: signs what continues, and nothing else, also after it was started anew. */
class WitnessTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SignerKey LOG = SignerKey.generate("log.test", KeyType.ED25519, RANDOM);
  private static final SignerKey KEY =
      SignerKey.generate("witness.test", KeyType.COSIGNATURE, RANDOM);

  @TempDir private Path folder;
  private WitnessServer server;

  @BeforeEach
  void start() throws IOException {
    Witness witness =
        new Witness(
            Map.of("log.test", Policy.of(List.of(LOG.verifier()))),
            List.of(KEY),
            new WitnessFolder(folder),
            Clock.fixed(Instant.parse("2026-06-10T01:00:00Z"), ZoneOffset.UTC));
    server = new WitnessServer(new InetSocketAddress("127.0.0.1", 0), witness, (s, t) -> {});
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The tree whose leaves are "story 0", "story 1" … */
  private static Frontier tree(String story, long size) {
    Frontier tree = new Frontier();
    for (long i = 0; i < size; i++) {
      tree.append(leaf(story, i));
    }
    return tree;
  }

  private static Hash leaf(String story, long i) {
    return Hash.leaf((story + " " + i).getBytes(StandardCharsets.UTF_8));
  }

  private static HashReader reader(String story) {
    return (level, index) -> {
      Frontier part = new Frontier();
      for (long i = index << level; i < (index + 1) << level; i++) {
        part.append(leaf(story, i));
      }
      return part.root();
    };
  }

  private static SignedCheckpoint checkpoint(String story, long size) {
    return SignedCheckpoint.sign(
        new Checkpoint("log.test", size, tree(story, size).root()), List.of(LOG));
  }

  private HttpResponse<String> ask(long old, String story, long size) throws Exception {
    AddCheckpoint request =
        new AddCheckpoint(
            old, Consistency.prove(old, size, reader(story)), checkpoint(story, size));
    return post(request.write());
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint"))
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void a_log_that_grows_is_cosigned_again_and_again() throws Exception {
    HttpResponse<String> first = ask(0, "a", 5);
    assertThat(first.statusCode()).isEqualTo(200);
    SignedCheckpoint cosigned =
        checkpoint("a", 5)
            .cosigned(first.body().getBytes(StandardCharsets.UTF_8), List.of(KEY.verifier()));
    assertThat(cosigned.note().verified(List.of(KEY.verifier()))).hasSize(1);
    assertThat(ask(5, "a", 5).statusCode()).isEqualTo(200);
    assertThat(ask(5, "a", 300).statusCode()).isEqualTo(200);
  }

  @Test
  void it_does_not_go_back_nor_to_another_history_also_after_a_new_start() throws Exception {
    assertThat(ask(0, "a", 8).statusCode()).isEqualTo(200);
    server.close();
    start();
    HttpResponse<String> back = ask(0, "a", 4);
    assertThat(back.statusCode()).isEqualTo(409);
    assertThat(back.body()).isEqualTo("8\n");
    assertThat(back.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    assertThat(ask(8, "other", 12).statusCode()).isEqualTo(422);
    assertThat(ask(8, "a", 12).statusCode()).isEqualTo(200);
  }

  @Test
  void it_refuses_what_it_does_not_know_or_cannot_read() throws Exception {
    assertThat(post("nonsense".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
    SignerKey forger = SignerKey.generate("log.test", KeyType.ED25519, RANDOM);
    SignedCheckpoint forged =
        SignedCheckpoint.sign(checkpoint("a", 3).checkpoint(), List.of(forger));
    assertThat(post(new AddCheckpoint(0, List.of(), forged).write()).statusCode()).isEqualTo(403);
    SignerKey foreign = SignerKey.generate("else.test", KeyType.ED25519, RANDOM);
    SignedCheckpoint elsewhere =
        SignedCheckpoint.sign(
            new Checkpoint("else.test", 3, tree("a", 3).root()), List.of(foreign));
    assertThat(post(new AddCheckpoint(0, List.of(), elsewhere).write()).statusCode())
        .isEqualTo(404);
    HttpResponse<String> get =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(get.statusCode()).isEqualTo(405);
  }

  @Test
  void what_is_kept_is_what_was_found_before_or_it_is_not_kept() throws Exception {
    WitnessFolder state = new WitnessFolder(folder);
    SignedCheckpoint one = checkpoint("a", 1);
    SignedCheckpoint two = checkpoint("a", 2);
    assertThat(state.replace("log.test", java.util.Optional.of(two), one)).isFalse();
    assertThat(state.replace("log.test", java.util.Optional.empty(), one)).isTrue();
    assertThat(state.replace("log.test", java.util.Optional.empty(), two)).isFalse();
    assertThat(state.find("log.test")).contains(one);
    assertThat(state.find("other")).isEmpty();
  }
}

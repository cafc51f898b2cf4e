package cn.sunlot.translog.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.Trees;
import cn.sunlot.translog.merkle.Consistency;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.Keys;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.proof.Policy;
import cn.sunlot.translog.witness.Answer.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitnessTest {

  private static final String ORIGIN = "sunlot.local/log";
  private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

  private final SignerKey log = Keys.log(ORIGIN, 1);
  private final SignerKey key = Keys.witness("w.example", 2);
  private final List<Hash> leaves = Trees.leaves(40);
  private final Kept state = new Kept();
  private final Witness witness =
      new Witness(
          Map.of(ORIGIN, Policy.of(List.of(log.verifier()))),
          List.of(key),
          state,
          Clock.fixed(NINE, ZoneOffset.UTC));

  /** State in memory; another request may slip in before a replacement. */
  private static final class Kept implements WitnessState {
    private final Map<String, SignedCheckpoint> kept = new HashMap<>();
    private Optional<SignedCheckpoint> slip = Optional.empty();

    @Override
    public Optional<SignedCheckpoint> find(String origin) {
      return Optional.ofNullable(kept.get(origin));
    }

    @Override
    public boolean replace(
        String origin, Optional<SignedCheckpoint> before, SignedCheckpoint after) {
      slip.ifPresent(other -> kept.put(origin, other));
      if (!find(origin).equals(before)) {
        return false;
      }
      kept.put(origin, after);
      return true;
    }
  }

  private SignedCheckpoint signed(int size, SignerKey... keys) {
    Hash root = Trees.mth(leaves.subList(0, size));
    return SignedCheckpoint.sign(new Checkpoint(ORIGIN, size, root), List.of(keys));
  }

  private AddCheckpoint request(int old, int size) {
    List<Hash> proof = Consistency.prove(Math.min(old, size), size, Trees.reader(leaves));
    return new AddCheckpoint(old, proof, signed(size, log));
  }

  private Answer ask(AddCheckpoint request) throws IOException {
    return witness.answer(request.write());
  }

  private long known() {
    return state.find(ORIGIN).map(s -> s.checkpoint().size()).orElse(0L);
  }

  @Test
  void a_log_that_only_grows_is_cosigned() throws IOException {
    int old = 0;
    for (int size : new int[] {0, 1, 2, 2, 7, 8, 8, 33, 40}) {
      AddCheckpoint request = request(old, size);
      Answer answer = ask(request);
      assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
      SignedCheckpoint cosigned =
          request.checkpoint().cosigned(answer.body().getBytes(UTF_8), witness.verifiers());
      assertThat(cosigned.note().signatures()).hasSize(2);
      assertThat(cosigned.note().signatures().get(1).time()).isEqualTo(NINE);
      assertThat(state.find(ORIGIN)).contains(cosigned);
      old = size;
    }
    assertThat(witness.verifiers()).containsExactly(key.verifier());
  }

  @Test
  void the_cosigned_checkpoint_is_kept_before_the_answer() throws IOException {
    Answer answer = ask(request(0, 5));
    assertThat(known()).isEqualTo(5);
    assertThat(state.find(ORIGIN).orElseThrow().toString()).contains(answer.body());
  }

  @Test
  void another_old_size_is_a_conflict_and_the_known_size_is_told() throws IOException {
    ask(request(0, 5));
    for (int old : new int[] {0, 4, 6}) {
      Answer answer = ask(request(old, 7));
      assertThat(answer).isEqualTo(new Answer(Outcome.CONFLICT, "5\n"));
    }
    assertThat(ask(request(3, 3))).isEqualTo(new Answer(Outcome.CONFLICT, "5\n"));
    assertThat(known()).isEqualTo(5);
  }

  @Test
  void a_witness_that_knows_nothing_asks_to_begin_at_0() throws IOException {
    assertThat(ask(request(3, 5))).isEqualTo(new Answer(Outcome.CONFLICT, "0\n"));
    assertThat(state.kept).isEmpty();
  }

  @Test
  void an_unknown_log_is_not_found() throws IOException {
    SignerKey other = Keys.log("other.example", 5);
    SignedCheckpoint checkpoint =
        SignedCheckpoint.sign(
            new Checkpoint("other.example", 1, leaves.get(0)), List.of(other, log));
    Answer answer = ask(new AddCheckpoint(0, List.of(), checkpoint));
    assertThat(answer).isEqualTo(new Answer(Outcome.UNKNOWN_LOG, "unknown log other.example\n"));
    assertThat(state.kept).isEmpty();
  }

  @Test
  void what_the_log_has_not_signed_is_forbidden() throws IOException {
    SignerKey stranger = Keys.log(ORIGIN, 9);
    Answer none = ask(new AddCheckpoint(0, List.of(), signed(5, stranger)));
    assertThat(none.outcome()).isEqualTo(Outcome.UNTRUSTED);
    assertThat(none.body()).startsWith("not signed by the log");
    String forged = new String(request(0, 5).write(), UTF_8).replace("\n5\n", "\n6\n");
    Answer wrong = witness.answer(forged.getBytes(UTF_8));
    assertThat(wrong.outcome()).isEqualTo(Outcome.UNTRUSTED);
    assertThat(wrong.body()).contains("does not hold");
    assertThat(state.kept).isEmpty();
  }

  @Test
  void another_history_is_refused_even_if_the_log_signs_it() throws IOException {
    ask(request(0, 5));
    List<Hash> forged = new ArrayList<>(leaves);
    forged.set(2, Hash.EMPTY);
    for (int size : new int[] {5, 9}) {
      Hash root = Trees.mth(forged.subList(0, size));
      SignedCheckpoint checkpoint =
          SignedCheckpoint.sign(new Checkpoint(ORIGIN, size, root), List.of(log));
      List<Hash> proof = Consistency.prove(5, size, Trees.reader(forged));
      Answer answer = ask(new AddCheckpoint(5, proof, checkpoint));
      assertThat(answer.outcome()).isEqualTo(Outcome.INCONSISTENT);
      assertThat(answer.body()).contains("two histories").endsWith("\n");
    }
    assertThat(state.find(ORIGIN).orElseThrow().checkpoint().root())
        .isEqualTo(Trees.mth(leaves.subList(0, 5)));
  }

  @Test
  void a_proof_that_is_not_needed_is_refused() throws IOException {
    Answer first = ask(new AddCheckpoint(0, leaves.subList(0, 1), signed(5, log)));
    assertThat(first.outcome()).isEqualTo(Outcome.INCONSISTENT);
    ask(request(0, 5));
    Answer same = ask(new AddCheckpoint(5, leaves.subList(0, 1), signed(5, log)));
    assertThat(same.outcome()).isEqualTo(Outcome.INCONSISTENT);
    Answer missing = ask(new AddCheckpoint(5, List.of(), signed(7, log)));
    assertThat(missing.outcome()).isEqualTo(Outcome.INCONSISTENT);
    assertThat(known()).isEqualTo(5);
  }

  @Test
  void the_empty_tree_has_one_root() throws IOException {
    SignedCheckpoint wrong =
        SignedCheckpoint.sign(new Checkpoint(ORIGIN, 0, leaves.get(0)), List.of(log));
    assertThat(ask(new AddCheckpoint(0, List.of(), wrong)).outcome())
        .isEqualTo(Outcome.INCONSISTENT);
  }

  @Test
  void an_old_size_larger_than_the_checkpoint_is_a_bad_request() throws IOException {
    ask(request(0, 9));
    Answer answer = ask(request(9, 8));
    assertThat(answer)
        .isEqualTo(new Answer(Outcome.MALFORMED, "the old size 9 is larger than 8\n"));
    assertThat(known()).isEqualTo(9);
  }

  @Test
  void what_is_not_written_as_a_request_is_a_bad_request() throws IOException {
    String body = new String(request(0, 5).write(), UTF_8);
    malformed("", "line 1: a line is missing here\n");
    malformed(body.replace("old 0", "old 00"), "line 1: \"old 00\" must be \"old \"");
    malformed(body.replace("old 0", "0"), "line 1: \"0\" must be \"old \"");
    malformed(body.replace("old 0\n", "old 0\nx\n"), "line 2: \"x\" is not the base64");
    malformed(body.substring(0, body.length() - 1), "line 7: the last line does not end in LF");
    malformed("old 0\n\n", "there is no empty line with signatures");
    malformed("old 0\n\n" + body, "line 2: \"\" must be");
    String hash = leaves.get(0) + "\n";
    malformed(body.replace("old 0\n", "old 0\n" + hash.repeat(64)), "line 65: more than 63");
    AddCheckpoint most =
        AddCheckpoint.parse(body.replace("old 0\n", "old 0\n" + hash.repeat(63)).getBytes(UTF_8));
    assertThat(most.proof()).hasSize(63);
    assertThatThrownBy(() -> AddCheckpoint.parse(new byte[1_000_001]))
        .isInstanceOf(BadNote.class)
        .hasMessageContaining("1000001");
    assertThat(state.kept).isEmpty();
  }

  private void malformed(String body, String message) throws IOException {
    Answer answer = witness.answer(body.getBytes(UTF_8));
    assertThat(answer.outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(answer.body()).startsWith(message);
  }

  @Test
  void a_request_is_read_as_it_was_written() {
    AddCheckpoint request = request(3, 8);
    assertThat(AddCheckpoint.parse(request.write())).isEqualTo(request);
  }

  @Test
  void of_two_requests_at_once_only_one_is_cosigned() throws IOException {
    state.slip = Optional.of(signed(7, log));
    Answer answer = ask(request(0, 5));
    assertThat(answer).isEqualTo(new Answer(Outcome.CONFLICT, "7\n"));
    assertThat(known()).isEqualTo(7);
  }

  @Test
  void a_witness_with_two_keys_signs_with_both() throws IOException {
    SignerKey next = Keys.witness("w.example", 20);
    Witness changing =
        new Witness(
            Map.of(ORIGIN, Policy.of(List.of(log.verifier()))),
            List.of(key, next),
            state,
            Clock.fixed(NINE, ZoneOffset.UTC));
    Answer answer = changing.answer(request(0, 5).write());
    assertThat(answer.body().lines()).hasSize(2);
  }

  @Test
  void outcomes_have_the_statuses_of_the_specification() {
    assertThat(List.of(Outcome.values()))
        .extracting(Outcome::status)
        .containsExactly(200, 400, 403, 404, 409, 422);
    assertThat(Outcome.CONFLICT.contentType()).isEqualTo("text/x.tlog.size");
    assertThat(Outcome.ACCEPTED.contentType()).isEqualTo("text/plain; charset=utf-8");
  }
}

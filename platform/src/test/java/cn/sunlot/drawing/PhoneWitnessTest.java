package cn.sunlot.drawing;

import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Suite;
import cn.sunlot.drawing.domain.VoidCause;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.usecase.CommitWitness;
import cn.sunlot.drawing.usecase.Contributions.Contribution;
import cn.sunlot.drawing.usecase.MakeLink;
import cn.sunlot.drawing.usecase.NameWitness.Witness;
import cn.sunlot.drawing.usecase.RemoveWitness;
import cn.sunlot.intake.usecase.CollectMessages;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Witnesses on their own phones: named first, then everything through a link. */
class PhoneWitnessTest extends DrawTest {

  @Autowired private MakeLink makeLink;
  @Autowired private CommitWitness commitWitness;
  @Autowired private RemoveWitness removeWitness;
  @Autowired private CollectMessages collect;
  @Autowired private DrawStore stored;
  @Autowired private CeremonyStore ceremonies;

  private void invite(UUID id) {
    var witness = new Witness("regulation-section", null, "王见证", "法规科");
    bureau.as("officer", () -> nameWitness.invite(id, seen(id), witness, false));
  }

  private Phone phone(UUID id) {
    return phone(id, "w1");
  }

  private Phone phone(UUID id, String party) {
    String code = bureau.as("officer", () -> makeLink.run(id, party));
    return new Phone(testDatabase, draw(id).drawId(), party, code);
  }

  private <T> T inSystem(Supplier<T> work) {
    return SystemWork.run(() -> Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  /** Who wrote the entries of this type. */
  private List<String> actors(UUID id, String type) {
    String ref = draw(id).drawId();
    return inSystem(
        () ->
            database
                .select(ENTRY.ACTOR)
                .from(ENTRY)
                .where(ENTRY.REF.eq(ref).and(ENTRY.TYPE.eq(type)))
                .orderBy(ENTRY.ID)
                .fetch(ENTRY.ACTOR));
  }

  @Test
  @Clause("ZB-9")
  void a_witness_takes_part_on_an_own_phone_and_the_transcript_satisfies_the_verifier()
      throws Exception {
    UUID id = prepareTargets();
    invite(id);
    Refused waiting = refused(DrawingProblem.WITNESS_NOT_COMMITTED, () -> commit(id));
    assertThat(waiting.arguments()).containsExactly("王见证");
    Phone phone = phone(id);
    assertThat(phone.look().path("state").asString()).isEqualTo("prepared");
    assertThat(phone.look().path("inviter").asString()).contains("示范市工业和信息化局", "节能科");
    assertThat(phone.commit()).isEqualTo("received");
    assertThat(phone.commit()).as("sent twice").isEqualTo("received");
    collect.run();
    collect.run();
    assertThat(phone.look().path("commitment").asString())
        .isEqualTo(new Nonce("w1", Phone.NONCE).commitment(Suite.SHA256, draw(id).drawId()));
    commit(id);
    var shown = phone.look();
    assertThat(shown.path("commitmentHash").asString()).isEqualTo(draw(id).commitmentHash());
    assertThat(Suite.SHA256.hash(shown.path("document").asString().getBytes(UTF_8)))
        .asHexString()
        .isEqualToIgnoringCase(draw(id).commitmentHash());
    assertThat(phone.reveal(Phone.NONCE)).as("before it is in the log").isEqualTo("not-now");
    reveal(id, "operator", null);
    assertThat(phone.look().path("logged").asBoolean()).isTrue();
    assertThat(phone.reveal(Phone.NONCE)).isEqualTo("received");
    collect.run();
    assertThat(draw(id).state()).isEqualTo("revealed");
    assertThat(phone.look().path("nonce").asString()).isEqualTo(Phone.NONCE);
    run(id);
    assertThat(verify(id).accepted()).isTrue();
    assertThat(bureau.as("officer", () -> draws.check(id)).problems()).isEmpty();
    assertThat(entries(id))
        .containsSubsequence(
            "draw-witness-named",
            "draw-link-made",
            "draw-witness-committed",
            "draw-committed",
            "draw-revealed",
            "draw-revealed",
            "draw-opened",
            "draw-drawn");
    assertThat(actors(id, "draw-witness-committed")).containsExactly("platform");
    assertThat(actors(id, "draw-revealed")).hasSize(2).endsWith("platform");
  }

  @Test
  @Clause("ZB-9")
  void a_phone_that_sends_another_nonce_makes_the_draw_void() {
    UUID id = prepareTargets();
    invite(id);
    Phone phone = phone(id);
    phone.commit();
    collect.run();
    commit(id);
    reveal(id, "operator", null);
    assertThat(phone.reveal("00".repeat(32))).isEqualTo("received");
    collect.run();
    assertThat(draw(id).state()).isEqualTo("void");
    var why = Objects.requireNonNull(inSystem(() -> stored.get(id)).voidance());
    assertThat(why.cause()).isEqualTo(VoidCause.NONCE_MISMATCH);
    assertThat(why.failed()).containsExactly("w1");
    assertThat(phone.look().path("voidCause").asString()).isEqualTo("nonce-mismatch");
    assertThat(phone.reveal(Phone.NONCE)).isEqualTo("over");
  }

  @Test
  void a_nonce_that_comes_after_the_deadline_makes_the_draw_void() {
    UUID id = prepareTargets();
    invite(id);
    Phone phone = phone(id);
    phone.commit();
    collect.run();
    commit(id);
    reveal(id, "operator", null);
    clock.advance(Duration.ofHours(2).plusSeconds(1));
    phone.reveal(Phone.NONCE);
    collect.run();
    assertThat(draw(id).state()).isEqualTo("void");
    var why = Objects.requireNonNull(inSystem(() -> stored.get(id)).voidance());
    assertThat(why.cause()).isEqualTo(VoidCause.NONCE_MISSING);
    assertThat(why.failed()).containsExactly("w1");
  }

  @Test
  void what_was_committed_once_is_not_replaced() {
    UUID id = prepareTargets();
    invite(id);
    Phone phone = phone(id);
    assertThat(phone.commit("zz", null)).isEqualTo("malformed");
    assertThat(phone.commit(nonce(), nonce())).as("does not supervise").isEqualTo("malformed");
    assertThat(phone.commit()).isEqualTo("received");
    assertThat(phone.commit(nonce(), null)).isEqualTo("sent-already");
    collect.run();
    assertThat(phone.commit(nonce(), null)).isEqualTo("not-now");
    assertThat(phone.commit()).isEqualTo("not-now");
    assertThat(actors(id, "draw-witness-committed")).hasSize(1);
  }

  @Test
  void a_new_link_ends_the_one_before_and_whoever_is_taken_out_has_none() {
    UUID id = prepareTargets();
    invite(id);
    Phone lost = phone(id);
    Phone fresh = phone(id);
    assertThat(lost.commit()).isNull();
    assertThat(fresh.commit()).isEqualTo("received");
    bureau.as("officer", () -> removeWitness.run(id, seen(id), "w1", "临时有事"));
    assertThat(fresh.call("witness_look(?, ?)")).isNull();
    collect.run();
    assertThat(inSystem(() -> ceremonies.get(id)).witnesses()).isEmpty();
    refused(DrawingProblem.PARTY_UNKNOWN, () -> bureau.as("officer", () -> makeLink.run(id, "w1")));
    refused(DrawingProblem.WITNESS_MISSING, () -> commit(id));
  }

  @Test
  void whose_phone_does_not_work_does_it_at_the_screen_and_the_link_ends() {
    UUID id = prepareTargets();
    invite(id);
    Phone phone = phone(id);
    refused(
        DrawingProblem.NONCE_NEEDED,
        () -> atTheScreen(id, "w1", new Contribution(null, null, null, null)));
    refused(
        DrawingProblem.CHAIN_HEAD_NEEDED,
        () -> atTheScreen(id, "w1", new Contribution(nonce(), null, null, nonce())));
    atTheScreen(id, "w1", new Contribution(null, nonce(), null, null));
    assertThat(phone.call("witness_look(?, ?)")).isNull();
    refused(
        DrawingProblem.LINK_NOT_OFFERED, () -> bureau.as("officer", () -> makeLink.run(id, "w1")));
    refused(
        DrawingProblem.PARTY_UNKNOWN,
        () -> atTheScreen(id, "w1", new Contribution(nonce(), null, null, null)));
    commit(id);
    reveal(id, "operator", null);
    reveal(id, "w1", null);
    assertThat(draw(id).state()).isEqualTo("revealed");
  }

  private void atTheScreen(UUID id, String party, Contribution given) {
    bureau.as("officer", () -> commitWitness.run(id, seen(id), party, given));
  }

  @Test
  void a_nonce_kept_on_the_phone_may_be_typed_at_the_screen_instead() {
    UUID id = prepareTargets();
    invite(id);
    phone(id).commit();
    collect.run();
    commit(id);
    reveal(id, "operator", null);
    reveal(id, "w1", Phone.NONCE);
    assertThat(draw(id).state()).isEqualTo("revealed");
  }

  @Test
  void the_next_party_has_a_name_of_its_own_whether_the_one_before_committed_or_not() {
    UUID id = prepareTargets();
    invite(id);
    name(id, "counsel", null, nonce(), null, null);
    assertThat(inSystem(() -> ceremonies.get(id)).witnesses())
        .singleElement()
        .satisfies(w -> assertThat(w.party()).isEqualTo("w2"));
  }

  @Test
  void wrong_codes_are_counted_and_look_like_codes_that_ended() throws Exception {
    UUID id = prepareTargets();
    invite(id);
    Phone phone = phone(id);
    Phone guessing = new Phone(testDatabase, draw(id).drawId(), "w1", "22222-22222");
    for (int i = 0; i < 30; i++) {
      assertThat(guessing.call("witness_look(?, ?)")).isNull();
    }
    // The right code from the same sender is refused alike, so that guessing tells nothing.
    assertThat(phone.call("witness_look(?, ?)")).isNull();
    assertThat(phone.commit()).isNull();
    asSuperuser("DELETE FROM intake.attempt WHERE client = 'sender-of-" + draw(id).drawId() + "'");
    assertThat(phone.commit()).isEqualTo("received");
    collect.run();
  }

  @Test
  void only_the_hash_of_a_code_is_kept() throws Exception {
    UUID id = prepareTargets();
    invite(id);
    String code = bureau.as("officer", () -> makeLink.run(id, "w1"));
    assertThat(code).matches("[2-9A-HJKMNP-TV-Z]{10}");
    int found =
        inSystem(
            () ->
                database
                    .fetchSingle(
                        "select (select count(*) from intake.code c where c::text like ?)"
                            + " + (select count(*) from audit.entry e"
                            + " where convert_from(e.payload, 'UTF8') like ?)",
                        "%" + code + "%",
                        "%" + code + "%")
                    .get(0, Integer.class));
    assertThat(found).isZero();
  }
}

package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Party;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.text.Say;
import cn.sunlot.drawing.Draws.DroppedTarget;
import cn.sunlot.drawing.Draws.TargetRound;
import cn.sunlot.drawing.domain.SourceKind.Declaration;
import cn.sunlot.drawing.domain.VoidCause;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.usecase.Contributions.Contribution;
import cn.sunlot.drawing.usecase.DeclareSource;
import cn.sunlot.drawing.usecase.EnterPublicValue;
import cn.sunlot.drawing.usecase.MakeLink;
import cn.sunlot.drawing.usecase.NameWitness.Witness;
import cn.sunlot.intake.usecase.CollectMessages;
import cn.sunlot.kernel.access.SystemWork;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A party keeps the secret of the chain and opens it last, on its phone or at the screen. */
class SupervisingPartyTest extends DrawTest {

  @Autowired private MakeLink makeLink;
  @Autowired private DeclareSource declare;
  @Autowired private EnterPublicValue enter;
  @Autowired private CollectMessages collect;
  @Autowired private DrawStore stored;
  @Autowired private CeremonyStore ceremonies;

  private static final Witness WITNESS = new Witness("regulation-section", null, "王见证", "法规科");

  private Phone invited(UUID id) {
    bureau.as("officer", () -> nameWitness.invite(id, seen(id), WITNESS, true));
    String code = bureau.as("officer", () -> makeLink.run(id, "w1"));
    return new Phone(testDatabase, draw(id).drawId(), "w1", code);
  }

  /** With a die as public value, committed and all nonces open. */
  private Phone revealed(UUID id) {
    Phone phone = invited(id);
    bureau.as(
        "officer",
        () -> declare.run(id, seen(id), "dice", new Declaration(null, null, null, 10, null)));
    assertThat(phone.commitSupervising()).isEqualTo("received");
    collect.run();
    commit(id);
    reveal(id, "operator", null);
    assertThat(phone.reveal(Phone.NONCE)).isEqualTo("received");
    collect.run();
    return phone;
  }

  private void throwDice(UUID id) {
    bureau.as("officer", () -> enter.run(id, seen(id), 0, "1234567890"));
    bureau.as("regulation", () -> enter.run(id, seen(id), 0, "12345 67890"));
  }

  private <T> T inSystem(Supplier<T> work) {
    return SystemWork.run(() -> Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  @Test
  void the_chain_on_the_phone_is_opened_last_and_draws_and_the_verifier_sees_a_supervisor()
      throws Exception {
    UUID id = prepareTargets();
    Phone phone = revealed(id);
    Commitment committed =
        Commitment.parse(inSystem(() -> ceremonies.get(id)).getCommitted().document());
    assertThat(committed.parties().get(1).role()).isEqualTo(Party.SUPERVISOR);
    assertThat(committed.chain().head()).isEqualTo(Phone.chain().head());
    assertThat(phone.open(0)).as("a public value is missing").isEqualTo("not-now");
    throwDice(id);
    refused(DrawingProblem.CHAIN_VALUE_NEEDED, () -> run(id));
    assertThat(phone.open(1)).isEqualTo("not-now");
    assertThat(phone.open(0)).isEqualTo("received");
    collect.run();
    assertThat(draw(id).state()).isEqualTo("drawn");
    var report = verify(id);
    assertThat(report.accepted()).as("%s", report.findings()).isTrue();
    assertThat(report.warnings()).extracting(Say::key).doesNotContain("warn.supervisor");
    assertThat(bureau.as("officer", () -> draws.check(id)).problems()).isEmpty();

    assertThat(phone.open(1)).as("no round was ordered").isEqualTo("not-now");
    var exempt = bureau.as("officer", () -> draws.listDrawnTargets(id)).get(0);
    var order =
        new TargetRound(
            Map.of("A", 1),
            List.of(new DroppedTarget(exempt.targetId(), "exempt")),
            "列入免检名单",
            bureau.person("principal").id());
    bureau.as("officer", () -> draws.requestRound(id, order));
    refused(DrawingProblem.CHAIN_VALUE_NEEDED, () -> runRound(id));
    assertThat(phone.open(1)).isEqualTo("received");
    collect.run();
    assertThat(bureau.as("officer", () -> draws.listDrawnTargets(id))).hasSize(7);
    assertThat(verify(id).accepted()).isTrue();
  }

  @Test
  void a_wrong_chain_value_is_refused_and_can_be_sent_again() {
    UUID id = prepareTargets();
    Phone phone = revealed(id);
    throwDice(id);
    assertThat(phone.open(0, "00".repeat(32))).isEqualTo("received");
    collect.run();
    assertThat(draw(id).state()).isEqualTo("revealed");
    JsonNode sent = phone.look().path("sent");
    assertThat(sent.get(sent.size() - 1).path("outcome").asString())
        .isEqualTo("drawing.chain-value-wrong");
    assertThat(phone.open(0)).isEqualTo("received");
    collect.run();
    assertThat(draw(id).state()).isEqualTo("drawn");
  }

  @Test
  void a_supervising_party_that_does_not_open_in_time_is_named_as_who_failed() {
    UUID id = prepareTargets();
    Phone phone = revealed(id);
    throwDice(id);
    clock.advance(Duration.ofHours(4).plusSeconds(1));
    phone.open(0);
    collect.run();
    assertThat(draw(id).state()).isEqualTo("void");
    Voidance why = Objects.requireNonNull(inSystem(() -> stored.get(id)).voidance());
    assertThat(why.cause()).isEqualTo(VoidCause.NOT_OPENED);
    assertThat(why.failed()).containsExactly("w1");
  }

  @Test
  void the_chain_may_be_kept_on_paper_and_typed_at_the_screen() throws Exception {
    UUID id = prepareTargets();
    String commitment = new Nonce("w1", nonce()).commitment(Suite.SHA256, draw(id).drawId());
    var given = new Contribution(commitment, null, null, Phone.chain().head());
    bureau.as("officer", () -> nameWitness.run(id, seen(id), WITNESS, given));
    refused(
        DrawingProblem.SUPERVISOR_ALREADY,
        () ->
            bureau.as(
                "officer",
                () ->
                    nameWitness.invite(
                        id, seen(id), new Witness("counsel", null, "李律师", "律所"), true)));
    commit(id);
    revealAll(id);
    String value = HexFormat.of().formatHex(Phone.chain().value(0));
    refused(
        DrawingProblem.CHAIN_VALUE_WRONG,
        () -> bureau.as("officer", () -> run.run(id, seen(id), "00".repeat(32))));
    bureau.as("officer", () -> run.run(id, seen(id), value));
    assertThat(verify(id).warnings()).extracting(Say::key).doesNotContain("warn.supervisor");
  }
}

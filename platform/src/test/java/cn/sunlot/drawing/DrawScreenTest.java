package cn.sunlot.drawing;

import static cn.sunlot.publicity.store.jooq.Tables.DRAW_LIVE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.targets.Drawn;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.drawing.usecase.RoomScreens;
import cn.sunlot.drawing.usecase.VoidDraw;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.publicity.store.jooq.tables.records.DrawLiveRecord;
import cn.sunlot.screen.DrawScreen;
import cn.sunlot.screen.ResultPage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.ObjectMapper;

/** What the public and the room see of a draw, step by step. */
class DrawScreenTest extends DrawTest {

  @Autowired private RoomScreens rooms;
  @Autowired private VoidDraw voidDraw;
  @Autowired private ObjectMapper json;

  private DrawLiveRecord row(UUID id) {
    return SystemWork.run(
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    s ->
                        database
                            .selectFrom(DRAW_LIVE)
                            .where(DRAW_LIVE.DRAW_ID.eq(id))
                            .fetchSingle())));
  }

  private DrawScreen live(UUID id) {
    return json.readValue(row(id).getDocument().data(), DrawScreen.class);
  }

  private RoomScreens.Shown room(UUID id) {
    return bureau.as("officer", () -> rooms.get(id, Locale.CHINESE));
  }

  @Test
  void each_step_is_seen_with_its_own_version_and_nothing_is_seen_before_its_step() {
    UUID id = prepareTargets();
    DrawScreen prepared = live(id);
    assertThat(prepared.state()).isEqualTo("prepared");
    assertThat(prepared.poolSize()).isEqualTo(37);
    assertThat(prepared.strata()).extracting(DrawScreen.Stratum::quota).contains(3, 3);
    assertThat(prepared.commitment()).isNull();
    long first = row(id).getVersion();
    nameWitness(id);
    assertThat(live(id).parties()).extracting(DrawScreen.Party::kind).hasSize(2);
    commit(id);
    DrawScreen committed = live(id);
    assertThat(Objects.requireNonNull(committed.commitment()).hash())
        .isEqualTo(draw(id).commitmentHash());
    assertThat(committed.revealed()).isZero();
    reveal(id, "operator", null);
    assertThat(live(id).revealed()).isEqualTo(1);
    assertThat(live(id).state()).isEqualTo("committed");
    reveal(id, "w1", nonce());
    assertThat(live(id).state()).isEqualTo("revealed");
    assertThat(live(id).drawn()).isZero();
    run(id);
    assertThat(live(id).state()).isEqualTo("drawn");
    assertThat(row(id).getVersion()).isEqualTo(first + 5);
    complete(id);
    assertThat(live(id).over()).isTrue();
    assertThat(events.stream(DrawStepped.class).filter(e -> e.drawId().equals(id)).count())
        .isGreaterThanOrEqualTo(7);
  }

  @Test
  void its_numbers_tokens_and_tickets_are_those_of_the_transcript() {
    UUID id = drawnTargets();
    DrawScreen screen = live(id);
    var transcript = bureau.as("officer", () -> transcripts.get(id)).transcript();
    List<Drawn> drawn =
        Node.root(Jcs.parse(Jcs.write(transcript.result()))).get("rounds").items().stream()
            .map(TargetRound::read)
            .flatMap(r -> r.strata().values().stream())
            .flatMap(List::stream)
            .toList();
    assertThat(screen.drawn()).isEqualTo(drawn.size()).isEqualTo(6);
    assertThat(screen.last())
        .extracting(DrawScreen.Ticket::token)
        .containsExactlyElementsOf(drawn.stream().map(Drawn::token).toList());
    assertThat(screen.last())
        .extracting(DrawScreen.Ticket::ticket)
        .containsExactlyElementsOf(drawn.stream().map(Drawn::ticket).toList());
    assertThat(screen.last()).extracting(DrawScreen.Ticket::n).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(screen.strata()).allMatch(s -> s.drawn() == s.quota());
    ResultPage page = bureau.as("officer", () -> rooms.result(id, 2, 3, Locale.CHINESE));
    assertThat(page.total()).isEqualTo(6);
    assertThat(page.rows())
        .extracting(ResultPage.Row::first)
        .containsExactlyElementsOf(
            drawn.subList(1, 4).stream().map(d -> d.token().substring(0, 12)).toList());
  }

  @Test
  void the_public_document_names_nobody_at_any_step() {
    UUID id = drawnTargets();
    String document = row(id).getDocument().data();
    assertThat(document).doesNotContain("王见证", "企业A", "企业D", "registry:", "913703");
    assertThat(document).contains("regulation-section");
  }

  @Test
  void the_room_names_witnesses_and_targets_by_the_rule_on_notice() {
    UUID id = drawnTargets();
    RoomScreens.Shown shown = room(id);
    assertThat(shown.html()).contains("王见证");
    assertThat(shown.html().contains("企业A")).isEqualTo(!profileForbidsNotice());
    assertThat(shown.html()).contains(shown.screen().last().get(0).token().substring(0, 12));
  }

  private boolean profileForbidsNotice() {
    return cn.sunlot.policy.TestProfiles.get("zibo_miit").advanceNotice().value().value()
        == cn.sunlot.policy.Notice.Value.FORBIDDEN;
  }

  @Test
  void teams_are_seen_by_tokens_in_public_and_by_names_in_the_room() {
    UUID id = drawnInspectors(inspectorOrder(4, 6, 4));
    DrawScreen screen = live(id);
    assertThat(screen.places()).hasSize(8);
    assertThat(row(id).getDocument().data()).doesNotContain("检查员", "V-1");
    assertThat(room(id).html()).contains("检查员", "V-1");
    assertThat(bureau.as("officer", () -> rooms.result(id, 1, 100, Locale.CHINESE)).rows())
        .hasSize(8);
  }

  @Test
  void a_void_draw_says_why_and_ends() {
    UUID id = prepareTargets();
    nameWitness(id);
    commit(id);
    bureau.as("principal", () -> voidDraw.run(id, seen(id), "投影设备故障"));
    DrawScreen screen = live(id);
    assertThat(screen.over()).isTrue();
    assertThat(Objects.requireNonNull(screen.voided()).reason()).isEqualTo("投影设备故障");
  }
}

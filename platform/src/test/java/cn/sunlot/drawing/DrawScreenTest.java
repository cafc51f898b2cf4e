package cn.sunlot.drawing;

import static cn.sunlot.publicity.store.jooq.Tables.DRAW_LIVE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.targets.Drawn;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.Draws.TargetDrawOrder;
import cn.sunlot.drawing.domain.SourceKind.Declaration;
import cn.sunlot.drawing.usecase.DeclareSource;
import cn.sunlot.drawing.usecase.EnterPublicValue;
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
  @Autowired private DeclareSource declare;
  @Autowired private EnterPublicValue enter;
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
  void all_that_it_shows_is_what_the_transcript_says() {
    UUID id = prepareTargets();
    nameWitness(id);
    var lottery = new Declaration("双色球", "2026135", " ", 7, null);
    bureau.as("officer", () -> declare.run(id, seen(id), "lottery", lottery));
    commit(id);
    revealAll(id);
    assertThat(live(id).waits()).isTrue();
    for (String who : List.of("officer", "regulation")) {
      bureau.as(who, () -> enter.run(id, seen(id), 0, "03 11 20 21 26 31 08"));
    }
    run(id);
    DrawScreen screen = live(id);
    Transcript transcript = bureau.as("officer", () -> transcripts.get(id)).transcript();
    sameCommitment(screen, transcript);
    sameReveals(screen, transcript);
    sameTargets(id, screen, transcript);
  }

  private static void sameCommitment(DrawScreen screen, Transcript transcript) {
    var commitment = transcript.commitment();
    Subject.Targets subject = (Subject.Targets) commitment.subject();
    assertThat(screen.ref()).isEqualTo(commitment.draw());
    assertThat(screen.task()).isEqualTo(commitment.task());
    assertThat(screen.suite()).isEqualTo(commitment.suite());
    assertThat(screen.poolSize()).isEqualTo(subject.pool().size()).isEqualTo(37);
    assertThat(screen.frameSize()).isEqualTo(subject.frame().size()).isEqualTo(35);
    assertThat(screen.excludedSize()).isEqualTo(subject.excluded().list().size()).isEqualTo(2);
    assertThat(screen.excluded())
        .isEqualTo(subject.excluded().reasons())
        .containsOnlyKeys("annual-cap", "exempt");
    assertThat(screen.strata())
        .extracting(s -> s.name() + " " + s.size() + " " + s.quota())
        .containsExactlyElementsOf(
            subject.strata().entrySet().stream()
                .map(s -> s.getKey() + " " + s.getValue().size() + " " + s.getValue().quota())
                .toList());
    var shown = Objects.requireNonNull(screen.commitment());
    assertThat(shown.hash()).isEqualTo(commitment.hash(Suite.SHA256));
    assertThat(shown.revealBy()).isEqualTo(commitment.revealBy());
    assertThat(shown.openBy()).isEqualTo(commitment.openBy());
    assertThat(screen.parties())
        .extracting(DrawScreen.Party::party)
        .containsExactlyElementsOf(commitment.parties().stream().map(p -> p.party()).toList());
  }

  private static void sameReveals(DrawScreen screen, Transcript transcript) {
    assertThat(screen.parties())
        .extracting(p -> p.party() + " " + p.nonce())
        .containsExactlyInAnyOrderElementsOf(
            transcript.reveals().nonces().stream().map(n -> n.party() + " " + n.hex()).toList())
        .isNotEmpty();
    assertThat(screen.sources())
        .extracting(s -> s.kind() + " " + s.id())
        .containsExactlyElementsOf(
            transcript.commitment().sources().stream().map(s -> s.kind() + " " + s.id()).toList());
    assertThat(screen.sources())
        .extracting(DrawScreen.Source::value)
        .containsExactlyElementsOf(transcript.reveals().values())
        .containsExactly("03.11.20.21.26.31.08");
  }

  private void sameTargets(UUID id, DrawScreen screen, Transcript transcript) {
    List<String> drawn =
        Node.root(Jcs.parse(Jcs.write(transcript.result()))).get("rounds").items().stream()
            .map(TargetRound::read)
            .flatMap(r -> r.strata().entrySet().stream())
            .flatMap(s -> s.getValue().stream().map(d -> row(s.getKey(), d)))
            .toList();
    assertThat(screen.drawn()).isEqualTo(drawn.size()).isEqualTo(6);
    assertThat(screen.last())
        .extracting(t -> t.stratum() + " " + t.token() + " " + t.ticket())
        .containsExactlyElementsOf(drawn);
    assertThat(screen.last()).extracting(DrawScreen.Ticket::n).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(screen.strata()).allMatch(s -> s.drawn() == s.quota());
    ResultPage page = bureau.as("officer", () -> rooms.result(id, 2, 3, Locale.CHINESE));
    assertThat(page.total()).isEqualTo(6);
    assertThat(page.rows())
        .extracting(row -> row.stratum() + " " + row.first())
        .containsExactlyElementsOf(
            drawn.subList(1, 4).stream().map(d -> d.substring(0, 14)).toList());
  }

  private static String row(String stratum, Drawn drawn) {
    return stratum + " " + drawn.token() + " " + drawn.ticket();
  }

  @Test
  void its_teams_are_those_of_the_transcript() {
    UUID id = drawnInspectors(inspectorOrder(4, 6, 4));
    DrawScreen screen = live(id);
    Transcript transcript = bureau.as("officer", () -> transcripts.get(id)).transcript();
    List<String> slots =
        Node.root(Jcs.parse(Jcs.write(transcript.result())))
            .get("rounds")
            .items()
            .get(0)
            .get("slots")
            .items()
            .stream()
            .map(
                s ->
                    s.get("group").text()
                        + " "
                        + s.get("role").text()
                        + " "
                        + s.get("person").text())
            .toList();
    assertThat(screen.places())
        .extracting(p -> p.group() + " " + p.role() + " " + p.person())
        .containsExactlyElementsOf(slots)
        .hasSize(8);
    var teams = Objects.requireNonNull(screen.teams());
    assertThat(teams.total()).isEqualTo(4);
    List<String> inTeams =
        teams.first().stream()
            .flatMap(
                team ->
                    java.util.stream.Stream.of(
                        team.group() + " a-leader " + team.persons().get(0),
                        team.group() + " b-member " + team.persons().get(1)))
            .toList();
    assertThat(inTeams).containsExactlyInAnyOrderElementsOf(slots);
  }

  @Test
  void the_screen_of_the_targets_goes_on_to_the_draw_of_their_teams_while_that_is_under_way() {
    UUID targets = drawnTargets();
    assertThat(bureau.as("officer", () -> rooms.findNext(targets))).isEmpty();
    InspectorDrawOrder order = inspectorOrder(4, 6, 4);
    UUID teams = bureau.as("officer", () -> draws.prepareInspectors(order));
    assertThat(bureau.as("officer", () -> rooms.findNext(targets)))
        .contains(new RoomScreens.Begun(teams, draw(teams).number(), "inspectors"));
    assertThat(bureau.as("officer", () -> rooms.findNext(teams))).isEmpty();
    nameWitness(teams);
    commit(teams);
    revealAll(teams);
    run(teams);
    assertThat(bureau.as("officer", () -> rooms.findNext(targets))).isEmpty();
  }

  @Test
  void the_public_document_names_nobody_at_any_step() {
    UUID id = drawnTargets();
    String document = row(id).getDocument().data();
    assertThat(document).doesNotContain("王见证", "企业A", "企业D", "registry:", "913703");
    assertThat(document).contains("regulation-section");
  }

  @Test
  void the_room_names_witnesses_and_where_the_rules_allow_notice_the_targets() {
    UUID id = drawnTargets();
    RoomScreens.Shown shown = room(id);
    assertThat(shown.html()).contains("王见证", "企业A");
    assertThat(shown.html()).contains(shown.screen().last().get(0).token().substring(0, 12));
  }

  @Test
  void where_the_rules_forbid_notice_the_room_sees_tokens_of_targets_and_names_of_officers() {
    ProfileVersion quiet = quietProfile();
    TargetDrawOrder o = targetOrder();
    UUID id =
        bureau.as(
            "officer",
            () ->
                draws.prepareTargets(
                    new TargetDrawOrder(
                        o.authorityId(),
                        o.departmentId(),
                        o.taskId(),
                        o.taskNumber(),
                        quiet,
                        o.frame(),
                        o.excluded(),
                        o.quotas(),
                        o.poolSnapshot())));
    nameWitness(id);
    commit(id);
    revealAll(id);
    run(id);
    RoomScreens.Shown shown = room(id);
    assertThat(shown.html())
        .contains("王见证", shown.screen().last().get(0).token().substring(0, 12))
        .doesNotContain("企业A", "企业D", "registry:");
    assertThat(bureau.as("officer", () -> rooms.result(id, 1, 100, Locale.CHINESE)).rows())
        .hasSize(6)
        .noneMatch(row -> row.firstNamed() || row.secondNamed());
  }

  /** The rules of the bureau, but that nobody may be told beforehand. */
  private ProfileVersion quietProfile() {
    String id = "quiet_bureau";
    SystemWork.run(
        () -> {
          transaction.executeWithoutResult(
              s ->
                  database.execute(
                      "insert into policy.profile_version (profile_id, version, hash, valid_from,"
                          + " valid_to, files, loaded_at) select '"
                          + id
                          + "', version, hash, valid_from, valid_to,"
                          + " replace(regexp_replace(files::text, '(advance-notice:.{1,60}value:"
                          + " )allowed', '\\1forbidden'), 'id: zibo_miit', 'id: "
                          + id
                          + "')::jsonb, loaded_at from policy.profile_version where profile_id ="
                          + " 'zibo_miit' order by loaded desc limit 1 on conflict do nothing"));
          return true;
        });
    ProfileVersion same = profile("zibo_miit");
    return new ProfileVersion(id, same.version(), same.hash());
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

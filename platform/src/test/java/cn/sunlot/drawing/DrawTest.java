package cn.sunlot.drawing;

import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import cn.sunlot.drawing.Draws.AbsentOfficer;
import cn.sunlot.drawing.Draws.Excluded;
import cn.sunlot.drawing.Draws.Group;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.Officer;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.Draws.Quota;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.drawing.Draws.SlotOrder;
import cn.sunlot.drawing.Draws.TargetDrawOrder;
import cn.sunlot.drawing.Draws.Unit;
import cn.sunlot.drawing.usecase.AttachFile;
import cn.sunlot.drawing.usecase.CloseDraw;
import cn.sunlot.drawing.usecase.CommitDraw;
import cn.sunlot.drawing.usecase.Contributions.Contribution;
import cn.sunlot.drawing.usecase.NameWitness;
import cn.sunlot.drawing.usecase.NameWitness.Witness;
import cn.sunlot.drawing.usecase.RevealNonce;
import cn.sunlot.drawing.usecase.RunDraw;
import cn.sunlot.drawing.usecase.RunRound;
import cn.sunlot.drawing.usecase.Transcripts;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Problem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.kernel.web.ProblemResponse;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.schema.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of draws share: a bureau, a pool, the steps of a ceremony in one line each. */
@PlatformTest
@RecordApplicationEvents
abstract class DrawTest {

  static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a46494600");
  static final byte[] PDF =
      "%PDF-1.7 signed by all".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final String NONCE = "ab".repeat(32);

  @Autowired Draws draws;
  @Autowired NameWitness nameWitness;
  @Autowired CommitDraw commit;
  @Autowired RevealNonce reveal;
  @Autowired RunDraw run;
  @Autowired RunRound runRound;
  @Autowired AttachFile attach;
  @Autowired CloseDraw close;
  @Autowired Transcripts transcripts;
  @Autowired ProblemTexts texts;
  @Autowired Bureau.Factory bureaus;
  @Autowired SettableClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired DSLContext database;
  @Autowired TestDatabase testDatabase;
  @Autowired ApplicationEvents events;

  @TempDir Path folder;

  Bureau bureau;
  UUID taskId;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    taskId = Ids.next();
  }

  static ProfileVersion profile(String id) {
    var profile = TestProfiles.get(id);
    return new ProfileVersion(profile.id(), profile.version(), profile.hash());
  }

  /** 30 units of class A at 10 %, 5 of class D all, two excluded. */
  TargetDrawOrder targetOrder() {
    List<Unit> frame = new ArrayList<>();
    IntStream.range(0, 30).forEach(i -> frame.add(unit("A", i)));
    IntStream.range(0, 5).forEach(i -> frame.add(unit("D", i)));
    List<Excluded> excluded =
        List.of(
            new Excluded(Ids.next(), "913703000000000X01", "annual-cap"),
            new Excluded(Ids.next(), "913703000000000X02", "exempt"));
    return new TargetDrawOrder(
        bureau.authorityId(),
        bureau.section("节能科").id(),
        taskId,
        "T-2026-0001",
        profile("zibo_miit"),
        frame,
        excluded,
        Map.of("A", Quota.rate(1000), "D", Quota.count(3), "C", Quota.rate(500)),
        "");
  }

  static Unit unit(String stratum, int i) {
    return new Unit(Ids.next(), "registry:" + stratum + i, "企业" + stratum + i, stratum, 1);
  }

  /** Four visits of two slots, six officers, one absent, one recusal; everything can be filled. */
  InspectorDrawOrder inspectorOrder(int visits, int officers, int capacity) {
    List<Group> groups =
        IntStream.rangeClosed(1, visits).mapToObj(i -> new Group(Ids.next(), "V-" + i)).toList();
    List<Officer> people =
        IntStream.rangeClosed(1, officers)
            .mapToObj(i -> new Officer(Ids.next(), "L" + i, "检查员" + i, capacity))
            .toList();
    var absent = new AbsentOfficer(Ids.next(), "L99", "休假人员", "leave");
    Set<UUID> everybody =
        new java.util.HashSet<>(people.stream().map(Officer::inspectorId).toList());
    everybody.add(absent.inspectorId());
    List<SlotOrder> slots = new ArrayList<>();
    for (Group group : groups) {
      slots.add(new SlotOrder(group.visitId(), "a-leader", everybody));
      slots.add(new SlotOrder(group.visitId(), "b-member", everybody));
    }
    return new InspectorDrawOrder(
        bureau.authorityId(),
        bureau.section("节能科").id(),
        taskId,
        "T-2026-0001",
        profile("zibo_miit"),
        groups,
        slots,
        people,
        List.of(new RecusedPair(groups.get(0).visitId(), people.get(0).inspectorId())),
        List.of(absent),
        true);
  }

  UUID prepareTargets() {
    TargetDrawOrder order = targetOrder();
    return bureau.as("officer", () -> draws.prepareTargets(order));
  }

  Draws.Draw draw(UUID id) {
    return SystemWork.run(() -> draws.getDraw(id));
  }

  IfMatch seen(UUID id) {
    int version =
        SystemWork.run(
            () ->
                java.util.Objects.requireNonNull(
                    transaction.execute(
                        s ->
                            database
                                .fetchSingle("select version from drawing.draw where id = ?", id)
                                .get(0, Integer.class))));
    return new IfMatch(version);
  }

  /** A witness of the regulation section whose device alone knows the nonce {@link #NONCE}. */
  void nameWitness(UUID id) {
    String party = "w1";
    String commitment = new Nonce(party, NONCE).commitment(Suite.SHA256, draw(id).drawId());
    name(id, "regulation-section", null, commitment, null, null);
  }

  void name(
      UUID id,
      String kind,
      @Nullable String kindText,
      @Nullable String commitment,
      @Nullable String nonce,
      @Nullable String dice) {
    var witness = new Witness(kind, kindText, "王见证", "法规科");
    var given = new Contribution(commitment, nonce, dice, null);
    IfMatch seen = seen(id);
    bureau.as("officer", () -> nameWitness.run(id, seen, witness, given));
  }

  void commit(UUID id) {
    bureau.as("officer", () -> commit.run(id, seen(id)));
  }

  void reveal(UUID id, String party, @Nullable String nonce) {
    bureau.as("officer", () -> reveal.run(id, seen(id), party, nonce));
  }

  void revealAll(UUID id) {
    reveal(id, "operator", null);
    reveal(id, "w1", NONCE);
  }

  void run(UUID id) {
    bureau.as("officer", () -> run.run(id, seen(id), null));
  }

  void runRound(UUID id) {
    bureau.as("officer", () -> runRound.run(id, seen(id), null));
  }

  void attach(UUID id, String kind, String name, byte[] bytes) {
    bureau.as(
        "officer", () -> attach.run(id, seen(id), kind, name, new ByteArrayInputStream(bytes)));
  }

  void close(UUID id) {
    bureau.as("officer", () -> close.run(id, seen(id)));
  }

  /** Prepared, witnessed, committed and revealed. */
  UUID revealedTargets() {
    UUID id = prepareTargets();
    nameWitness(id);
    commit(id);
    revealAll(id);
    return id;
  }

  UUID drawnTargets() {
    UUID id = revealedTargets();
    run(id);
    return id;
  }

  UUID drawnInspectors(InspectorDrawOrder order) {
    UUID id = bureau.as("officer", () -> draws.prepareInspectors(order));
    nameWitness(id);
    commit(id);
    revealAll(id);
    run(id);
    return id;
  }

  void complete(UUID id) {
    attach(id, "photo", "现场.jpg", JPEG);
    attach(id, "record-sheet", "签字.pdf", PDF);
    close(id);
  }

  /** What the library's verifier says of the published transcript. */
  Report verify(UUID id) throws Exception {
    Path file = folder.resolve(id + ".zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      bureau.as("officer", () -> transcripts.get(id)).transcript().writeZip(out);
    }
    return Verifier.of(Suites.sha256())
        .expecting(String.valueOf(draw(id).commitmentHash()))
        .verify(file);
  }

  /** Types of the log entries of a draw, in their order. */
  List<String> entries(UUID id) {
    return SystemWork.run(
        () ->
            java.util.Objects.requireNonNull(
                transaction.execute(
                    s ->
                        database
                            .select(ENTRY.TYPE)
                            .from(ENTRY)
                            .where(ENTRY.REF.eq(draws.getDraw(id).drawId()))
                            .and(ENTRY.ORG.eq(bureau.authorityId().toString()))
                            .orderBy(ENTRY.ID)
                            .fetch(ENTRY.TYPE))));
  }

  /** The refusal of something, with its texts complete in both languages. */
  Refused refused(Problem expected, Runnable work) {
    Refused refused = catchThrowableOfType(Refused.class, work::run);
    assertThat(refused).as("refusal %s", expected).isNotNull();
    assertThat(refused.problem()).isEqualTo(expected);
    for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      ProblemResponse words = texts.of(refused, locale);
      assertThat(words.title()).isNotBlank();
      assertThat(words.detail()).isNotBlank().doesNotContain("{");
      assertThat(words.now()).isNotBlank().doesNotContain("{");
    }
    return refused;
  }

  void asSuperuser(String sql) throws SQLException {
    try (Connection connection = testDatabase.superuser().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String nonce() {
    return NONCE;
  }
}

package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Acting;
import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.TestJobs;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.kernel.access.Area;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.store.DuplicateSearch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Targets that stand in the registry twice are found, with reasons, and people decide. */
@PlatformTest
class DuplicatesTest {

  private static final String HEAD = "名称,统一社会信用代码,行政区划代码,地址,负责人,联系电话\n";
  private static final String CREDIT_CODE = code("91370303228012345");
  private static final String OLD = "regno:370303228012345";
  private static final String ONE = code("91370303MA3C0EXA0");
  private static final String OTHER = code("91370303MA3C0EXA1");

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Api api;
  @Autowired private Entries entries;
  @Autowired private TestJobs jobs;
  @Autowired private DuplicateSearch search;

  private Bureau bureau;

  private static String code(String first17) {
    return first17 + Uscc.checkCharacter(first17);
  }

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
    importing.csv(
        bureau,
        "targets",
        HEAD
            + ("阳光机械有限公司," + CREDIT_CODE + ",370303,人民路1号,王小明,13300000000\n")
            + ("阳光机械厂,370303228012345,370303,旧址,王老板,\n")
            + ("淄博月光（化工）有限责任公司," + ONE + ",370303,柳泉路 9 号,李阳,\n")
            + ("月光化工有限公司," + OTHER + ",370303,张店区柳泉路9号,赵六,\n"));
  }

  private JsonNode find() throws Exception {
    api.send(bureau, "officer", "/api/duplicates/search", null, null)
        .andExpect(status().isCreated());
    jobs.runDue();
    return list("open");
  }

  private JsonNode list(String state) throws Exception {
    return api.body(api.read(bureau, "officer", "/api/duplicates?state=" + state)).get("items");
  }

  private JsonNode run() throws Exception {
    return api.body(api.read(bureau, "officer", "/api/duplicates/run"));
  }

  private ResultActions decide(JsonNode pair, String command, String reason) throws Exception {
    return api.send(
        bureau,
        "officer",
        "/api/duplicates/" + pair.get("id").asString() + "/" + command,
        pair.get("version").asInt(),
        Map.of("reason", reason));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  @Clause({"TZ-10", "PDS-2"})
  void a_search_finds_numbers_and_names_entered_twice_and_says_why() throws Exception {
    JsonNode pairs = find();
    assertThat(pairs).hasSize(2);
    JsonNode byCode = pairs.get(0);
    assertThat(texts(byCode.get("signals"))).containsExactly("old-number");
    assertThat(
            List.of(byCode.at("/first/unitId").asString(), byCode.at("/second/unitId").asString()))
        .containsExactlyInAnyOrder(CREDIT_CODE, OLD);
    JsonNode byName = pairs.get(1);
    assertThat(texts(byName.get("signals"))).containsExactly("name", "address");
    assertThat(texts(byName.get("differing")))
        .contains("unitId", "name", "address", "responsiblePerson");
    assertThat(run().at("/run/outcome").asString()).isEqualTo("done");
    assertThat(run().at("/run/read").asInt()).isEqualTo(4);
    assertThat(run().at("/run/added").asInt()).isEqualTo(2);
    assertThat(entries.payloads(bureau, "duplicates-searched").toString())
        .contains("\"found\":2", "\"targets\":4");
  }

  @Test
  @Clause("TZ-10")
  void what_was_found_to_be_two_is_kept_with_its_reason_and_not_asked_again() throws Exception {
    JsonNode pair = find().get(1);
    decide(pair, "dismiss", " ").andExpect(status().is(422));
    decide(pair, "dismiss", "一个院子里的两家企业，现场核实").andExpect(jsonPath("$.state").value("different"));
    decide(pair, "dismiss", "再来").andExpect(status().isPreconditionFailed());
    assertThat(find()).hasSize(1);
    assertThat(run().at("/run/found").asInt()).as("found, and known").isEqualTo(2);
    assertThat(run().at("/run/added").asInt()).isZero();
    JsonNode kept = list("different").get(0);
    assertThat(kept.get("reason").asString()).contains("现场核实");
    assertThat(kept.get("decidedBy").asString()).isEqualTo("测试officer");
    assertThat(texts(kept.get("allowedCommands"))).containsExactly("merge", "reconsider");
    assertThat(entries.payloads(bureau, "duplicate-dismissed").toString()).contains("现场核实", OTHER);
    decide(kept, "reconsider", "有新情况").andExpect(jsonPath("$.state").value("open"));
    assertThat(list("open")).hasSize(2);
  }

  @Test
  @Clause("TZ-10")
  void what_does_not_look_like_one_any_more_is_not_asked() throws Exception {
    find();
    importing.csv(bureau, "targets", HEAD + "月光化工有限公司," + OTHER + ",370303,新区1号,,\n");
    assertThat(find()).hasSize(1);
  }

  @Test
  @Clause("TZ-10")
  void one_search_at_a_time_and_one_that_is_stopped_changes_nothing() throws Exception {
    JsonNode started = api.body(api.send(bureau, "officer", "/api/duplicates/search", null, null));
    assertThat(started.get("allowedCommands").isEmpty()).isTrue();
    api.send(bureau, "officer2", "/api/duplicates/search", null, null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:registry.duplicate-run-under-way"));
    String job = started.at("/run/jobId").asString();
    api.send(bureau, "officer", "/api/jobs/" + job + "/cancel", null, null)
        .andExpect(status().isOk());
    jobs.runDue();
    assertThat(run().at("/run/outcome").asString()).isEqualTo("cancelled");
    assertThat(list("open")).isEmpty();
    assertThat(entries.payloads(bureau, "duplicates-searched")).isEmpty();
    assertThat(find()).as("another one can be started").hasSize(2);
  }

  @Test
  @Clause("TZ-10")
  void a_target_entered_by_hand_shows_what_it_may_be_already() throws Exception {
    Map<String, Object> content =
        Map.of(
            "name", "张店月光化工有限公司",
            "kind", "enterprise",
            "regionCode", "370303",
            "address", "",
            "responsiblePerson", "赵六");
    String unitId = code("91370303MA3C0EXA2");
    JsonNode added =
        api.body(
            api.send(
                    bureau,
                    "officer",
                    "/api/targets",
                    null,
                    Map.of("unitId", unitId, "content", content))
                .andExpect(status().isCreated()));
    JsonNode mergers =
        api.body(
            api.read(bureau, "officer", "/api/targets/{id}/mergers", added.get("id").asString()));
    assertThat(mergers.get("duplicates")).hasSize(1);
    assertThat(texts(mergers.at("/duplicates/0/signals")))
        .containsExactly("name", "responsible-person");
    Map<String, Object> other = new java.util.HashMap<>(content);
    other.put("responsiblePerson", "钱七");
    api.send(
            bureau,
            "officer",
            "/api/targets/" + added.get("id").asString() + "/change",
            added.get("version").asInt(),
            Map.of("content", other, "reason", "核实"))
        .andExpect(status().isOk());
    assertThat(list("open")).as("it was corrected").isEmpty();
  }

  @Test
  @Clause("PDS-25")
  void only_those_who_keep_the_registry_decide_and_others_see_no_pair_of_theirs() throws Exception {
    JsonNode pair = find().get(0);
    for (String who : List.of("head", "auditor", "principal")) {
      api.send(bureau, who, "/api/duplicates/search", null, null).andExpect(status().isForbidden());
    }
    assertThat(api.body(api.read(bureau, "head", "/api/duplicates")).at("/items/0/allowedCommands"))
        .isEmpty();
    Bureau other = bureaus.create("zibo_miit");
    assertThat(api.body(api.read(other, "officer", "/api/duplicates")).get("items")).isEmpty();
    api.send(
            other,
            "officer",
            "/api/duplicates/" + pair.get("id").asString() + "/dismiss",
            pair.get("version").asInt(),
            Map.of("reason", "不是"))
        .andExpect(status().isNotFound());
  }

  @Test
  @Clause("PDS-25")
  void a_pair_is_seen_by_those_who_see_both_targets() throws Exception {
    importing.csv(bureau, "targets", HEAD + "阳光机械厂,370303228012345,370302,旧址,王老板,\n");
    find();
    assertThat(pairsIn("370303")).as("its other target is in another county").isEqualTo(1);
    assertThat(pairsIn("370302")).isZero();
    assertThat(list("open")).hasSize(2);
  }

  private long pairsIn(String county) {
    SignedIn person = bureau.signedIn("officer");
    Scope all = person.scope();
    Scope scope =
        new Scope(all.authorityId(), all.departments(), all.handled(), Area.of(Set.of(county)));
    SignedIn local =
        new SignedIn(
            person.personId(),
            person.name(),
            person.login(),
            person.departmentId(),
            scope,
            person.roles(),
            person.permissions());
    // The scope of the question is the whole authority: only row-level security narrows it.
    return Acting.as(
        local,
        () ->
            search
                .page(
                    all,
                    new DuplicateSearch.Filter("open", null, null, null),
                    new Page.Request(1, 20))
                .total());
  }
}

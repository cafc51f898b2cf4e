package cn.sunlot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.JointCity;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.law.Clause;
import cn.sunlot.story.Things;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.ObjectMapper;

/**
 * Every endpoint × every role × data of the own, a sibling, a subordinate, a superior and a foreign
 * department: whoever may not see gets "not there" or "not allowed", whoever may only look gets
 * through to nothing else, and no list holds what its reader may not see.
 *
 * <p>Commands carry a version that is never right, so that none of them does anything.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

  /** Whose things they are, seen from the reader. */
  private enum Relation {
    OWN,
    SIBLING,
    SUBORDINATE,
    SUPERIOR,
    FOREIGN
  }

  private static final List<String> READERS =
      List.of(
          "officer",
          "inspector",
          "head",
          "principal",
          "regulation",
          "conference",
          "auditor",
          "sysadmin",
          "secadmin",
          "auditadmin");

  /** What all departments of an authority read of each other. */
  private static final Set<String> SHARED = Set.of("items", "plans", "inspectors");

  /** What those see who see its department. */
  private static final Set<String> OF_DEPARTMENT =
      Set.of(
          "tasks", "visits", "draws", "reports", "results", "people", "departments", "colleagues");

  /** What only those read of a department who act for it. */
  private static final Set<String> OF_WHO_ACTS =
      Set.of(
          "GET /api/colleagues/{id}",
          "GET /api/people/{id}/places",
          "GET /api/people/{id}/sessions");

  /** Commands that change nothing: those may give them who may read. */
  private static final Set<String> READING =
      Set.of(
          "POST /api/draws/{id}/release-frame-key",
          "POST /api/items/{id}/read-checklist",
          "POST /api/visits/{id}/show-contact");

  /** What the office of the joint conference of a region does with items of its departments. */
  private static final Set<String> OF_THE_OFFICE =
      Set.of(
          "POST /api/items/{id}/consolidate",
          "POST /api/items/{id}/enter-decision",
          "POST /api/items/{id}/retire-joint",
          "POST /api/items/{id}/return-proposal");

  /** Endpoints whose second thing was not made, so that "not there" is right for owners too. */
  private static final Set<String> OF_A_SECOND_THING =
      Set.of(
          "GET /api/draws/{id}/attachments/{attachmentId}",
          "GET /api/targets/{id}/beside/{otherId}",
          "GET /api/visits/{id}/record/evidence/{evidenceId}",
          "POST /api/draws/{id}/make-link",
          "POST /api/inspectors/{id}/leave/{leaveId}/remove",
          "POST /api/inspectors/{id}/remove-training",
          "POST /api/inspectors/{id}/withdraw-declaration",
          "POST /api/inspectors/{id}/withdraw-interest",
          "POST /api/people/{id}/posts/{postId}/end",
          "POST /api/people/{id}/sessions/{sessionId}/end");

  private static final Set<Integer> REFUSED = Set.of(403, 404);

  @Autowired private MockMvc web;
  @Autowired private ObjectMapper json;
  @Autowired private City.Factory cities;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private Things.Maker maker;
  @Autowired private JointCity.Maker conferences;
  @Autowired private SettableClock clock;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private final Map<String, Permission> permissions = new TreeMap<>();
  private AccessCalls calls;
  private Bureau market;
  private Bureau county;
  private Map<Relation, Things> things;
  private final Map<String, SignedIn> people = new HashMap<>();

  @BeforeAll
  void makeThings() throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    calls = new AccessCalls(web, json, json.readTree(Files.readString(Path.of("openapi.json"))));
    City city = cities.create("zibo_miit", List.of());
    market = bureaus.in(city, "market");
    county = bureaus.in(city, "county-market");
    conferences.addConference(city, City.REGION, "market");
    conferences.addConference(city, City.COUNTY, "county-market", "county-emergency");
    Things own = maker.make(county, "XQ-01", "A");
    things =
        Map.of(
            Relation.OWN, own,
            Relation.SUBORDINATE, own,
            Relation.SIBLING, maker.make(bureaus.in(city, "county-emergency"), "XQ-02", "B"),
            Relation.SUPERIOR, maker.make(market, "SJ-01", "C"),
            Relation.FOREIGN, maker.make(bureaus.create("zibo_miit"), "WD-01", "D"));
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              Requires requires = handler.getMethodAnnotation(Requires.class);
              if (requires != null) {
                mapping
                    .getPatternValues()
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(m -> permissions.put(m + " " + path, requires.value())));
              }
            });
  }

  /** Those who read from here: things of a subordinate are looked at from the city. */
  private Bureau seat(Relation relation) {
    return relation == Relation.SUBORDINATE ? market : county;
  }

  /** Whose id stands in the path. */
  private static String kind(String endpoint) {
    if (endpoint.matches(".* /api/targets/(exports|taggings|lists|registers)/.*")) {
      return "whole lists";
    }
    return endpoint.contains("/api/credit/targets/") ? "targets" : endpoint.split("/")[2];
  }

  private Things owned(Relation relation) {
    return Objects.requireNonNull(things.get(relation));
  }

  private SignedIn person(Relation relation, String who) {
    Bureau seat = seat(relation);
    return people.computeIfAbsent(seat.root().id() + who, k -> seat.signedIn(who));
  }

  private boolean expected(String endpoint, Relation relation, SignedIn reader) {
    String kind = kind(endpoint);
    Things owned = owned(relation);
    boolean foreign = relation == Relation.FOREIGN;
    UUID department = owned.office().section("节能科").id();
    if (!reader.may(Objects.requireNonNull(permissions.get(endpoint))) || foreign) {
      return false;
    }
    if (kind.equals("targets")) {
      return reader.scope().area().covers(owned.office().region());
    }
    if (OF_THE_OFFICE.contains(endpoint)) {
      return seat(relation).region().equals(owned.office().region());
    }
    if (kind.equals("inspectors") && !endpoint.startsWith("GET")) {
      // Each department keeps the register of all its own inspectors.
      return seat(relation).root().id().equals(owned.office().root().id());
    }
    boolean reads =
        READING.contains(endpoint) || endpoint.startsWith("GET") && !OF_WHO_ACTS.contains(endpoint);
    return reads ? SHARED.contains(kind) || reader.sees(department) : reader.handles(department);
  }

  @Test
  @Clause({"PDS-25", "ZB-20"})
  void nobody_gets_to_what_is_not_theirs_by_any_endpoint() throws Exception {
    ask(false);
  }

  /** Whoever lacks the permission is refused whosesoever the thing is. */
  @Test
  @Tag("deep")
  void a_permission_that_is_missing_is_missing_for_all_data() throws Exception {
    ask(true);
  }

  private void ask(boolean all) throws Exception {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (String endpoint : endpoints()) {
      for (Relation relation : Relation.values()) {
        for (String who : READERS) {
          SignedIn reader = person(relation, who);
          boolean may = reader.may(Objects.requireNonNull(permissions.get(endpoint)));
          if (all || may || relation == Relation.OWN) {
            asked++;
            wrong.addAll(wrong(endpoint, relation, who, reader));
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(all ? 5_000 : 2_000);
    assertThat(wrong).as("of " + asked).isEmpty();
  }

  private List<String> wrong(String endpoint, Relation relation, String who, SignedIn reader)
      throws Exception {
    boolean expected = expected(endpoint, relation, reader);
    int status = calls.status(endpoint, kind(endpoint), owned(relation), reader);
    String call = endpoint + " " + who + " " + relation + ": " + status;
    if (status >= 500 || !expected && !REFUSED.contains(status)) {
      return List.of(call + ", not refused");
    }
    boolean second = status == 404 && OF_A_SECOND_THING.contains(endpoint);
    return expected && REFUSED.contains(status) && !second
        ? List.of(call + ", but theirs")
        : List.of();
  }

  @Test
  void the_document_says_who_gets_to_what() throws IOException {
    AccessPage page =
        new AccessPage(List.of("own", "sibling", "subordinate", "superior", "foreign"));
    for (String endpoint : endpoints()) {
      page.add(
          endpoint,
          Objects.requireNonNull(permissions.get(endpoint)),
          Arrays.stream(Relation.values()).map(r -> readers(endpoint, r)).toList());
    }
    page.demandWritten();
  }

  private List<String> readers(String endpoint, Relation relation) {
    return READERS.stream()
        .filter(who -> expected(endpoint, relation, person(relation, who)))
        .toList();
  }

  private List<String> endpoints() {
    return permissions.keySet().stream()
        .filter(e -> e.contains("{id}"))
        .filter(
            e -> {
              String kind = kind(e);
              return SHARED.contains(kind)
                  || OF_DEPARTMENT.contains(kind)
                  || kind.equals("targets");
            })
        .toList();
  }

  @Test
  void no_list_holds_what_its_reader_may_not_see() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String path : permissions.keySet()) {
      if (!path.startsWith("GET /api/") || path.contains("{")) {
        continue;
      }
      for (Relation relation : Relation.values()) {
        for (String who : READERS) {
          SignedIn reader = person(relation, who);
          String body =
              web.perform(
                      request(HttpMethod.GET, path.substring(4) + "?size=200")
                          .with(
                              authentication(
                                  UsernamePasswordAuthenticationToken.authenticated(
                                      reader, null, AuthorityUtils.NO_AUTHORITIES))))
                  .andReturn()
                  .getResponse()
                  .getContentAsString();
          owned(relation)
              .ids()
              .forEach(
                  (kind, id) -> {
                    if (body.contains(id) && !mayList(kind, relation, reader)) {
                      wrong.add(path + " " + who + " " + relation + " shows " + kind);
                    }
                  });
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private boolean mayList(String kind, Relation relation, SignedIn reader) {
    // Names of people and departments of the own authority stand beside what they did.
    if (relation != Relation.FOREIGN && Set.of("people", "departments").contains(kind)) {
      return true;
    }
    if (relation == Relation.FOREIGN) {
      return false;
    }
    if (kind.equals("targets")) {
      return reader.scope().area().covers(owned(relation).office().region());
    }
    return SHARED.contains(kind) || reader.sees(owned(relation).office().section("节能科").id());
  }

  @Test
  void every_endpoint_with_an_id_is_in_the_matrix_or_named_here() {
    Set<String> others =
        permissions.keySet().stream()
            .filter(e -> e.contains("{"))
            .filter(e -> !endpoints().contains(e))
            .collect(Collectors.toSet());
    assertThat(others)
        .as("neither in the matrix nor known to be nobody's, or the reader's own")
        .containsExactlyInAnyOrderElementsOf(ElsewhereShown.ENDPOINTS.keySet());
  }
}

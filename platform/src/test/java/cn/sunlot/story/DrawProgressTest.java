package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.drawing.DrawStepped;
import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.drawing.InspectorsDrawn;
import cn.sunlot.drawing.TargetsDrawn;
import cn.sunlot.drawing.usecase.RoomScreens;
import cn.sunlot.drawing.usecase.RoomScreens.Shown;
import cn.sunlot.law.Clause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** While a draw is made, in one request and one transaction, everybody sees how far it is. */
class DrawProgressTest extends StoryTest {

  @Autowired private ConfigurableApplicationContext context;
  @Autowired private RoomScreens rooms;

  private final List<Inside<?>> listeners = new ArrayList<>();
  private final CountDownLatch goOn = new CountDownLatch(1);

  /** Is told of an event inside the transaction of a draw, before or after everybody else. */
  private record Inside<E>(Class<E> type, int getOrder, Consumer<E> then)
      implements GenericApplicationListener {
    @Override
    public boolean supportsEventType(ResolvableType of) {
      return of.toClass() == PayloadApplicationEvent.class;
    }

    @Override
    public int getOrder() {
      return getOrder;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
      Object payload = ((PayloadApplicationEvent<?>) event).getPayload();
      if (type.isInstance(payload)) {
        then.accept(type.cast(payload));
      }
    }
  }

  private <E> void inside(Class<E> type, int order, Consumer<E> then) {
    Inside<E> listener = new Inside<>(type, order, then);
    listeners.add(listener);
    context.addApplicationListener(listener);
  }

  @AfterEach
  void stopListening() {
    goOn.countDown();
    listeners.forEach(context::removeApplicationListener);
  }

  /** A draw of targets that has only to be drawn. */
  private String revealed() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    JsonNode frozen = chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null));
    String draw = frozen.at("/draws/0/id").asString();
    chain.revealAll(bureau, draw);
    return draw;
  }

  private CompletableFuture<JsonNode> drawBeside(String draw) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return chain.draw(bureau, draw, "draw", Map.of());
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        });
  }

  /** Stops the draw after all who follow from it, until the test has looked. */
  private <E> CountDownLatch holdAfter(Class<E> type) {
    CountDownLatch held = new CountDownLatch(1);
    inside(
        type,
        Ordered.LOWEST_PRECEDENCE,
        event -> {
          held.countDown();
          await(goOn);
        });
    return held;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ResultActions progress(String who, String draw) throws Exception {
    return chain.api().read(bureau, who, "/api/draws/" + draw + "/progress");
  }

  private Shown room(String draw) {
    return bureau.as("officer", () -> rooms.get(UUID.fromString(draw), Locale.CHINESE));
  }

  private long version(String draw) {
    return bureau.as("officer", () -> rooms.version(UUID.fromString(draw)));
  }

  private String phase(String draw) {
    return rooms.findRunning(UUID.fromString(draw)).orElseThrow().phase().name();
  }

  @Test
  @Clause("ZB-9")
  void a_draw_tells_its_phases_in_order_while_it_is_made_and_nothing_before_and_after()
      throws Exception {
    String draw = revealed();
    progress("officer", draw).andExpect(status().isNoContent());
    List<String> phases = new ArrayList<>();
    inside(DrawStepped.class, Ordered.HIGHEST_PRECEDENCE, e -> phases.add(phase(draw)));
    inside(TargetsDrawn.class, Ordered.HIGHEST_PRECEDENCE, e -> phases.add(phase(draw)));
    CountDownLatch held = holdAfter(TargetsDrawn.class);
    CompletableFuture<JsonNode> drawn = drawBeside(draw);
    await(held);
    assertThat(phases).containsExactly("DRAWING", "KEEPING");
    for (String who : List.of("officer", "head", "regulation", "auditor")) {
      progress(who, draw)
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.phase").value("visits"))
          .andExpect(jsonPath("$.step").value(6))
          .andExpect(jsonPath("$.steps").value(6))
          .andExpect(jsonPath("$.total").value(0));
    }
    goOn.countDown();
    assertThat(drawn.get(1, TimeUnit.MINUTES).get("state").asString()).isEqualTo("drawn");
    progress("officer", draw).andExpect(status().isNoContent());
  }

  @Test
  void who_must_not_see_a_draw_is_told_nothing_of_it_while_it_is_made() throws Exception {
    String draw = revealed();
    CountDownLatch held = holdAfter(TargetsDrawn.class);
    CompletableFuture<JsonNode> drawn = drawBeside(draw);
    await(held);
    progress("officer2", draw).andExpect(status().isNotFound());
    progress("sysadmin", draw).andExpect(status().isForbidden());
    var own = bureau;
    bureau = bureaus.create("zibo_miit");
    progress("principal", draw).andExpect(status().isNotFound());
    bureau = own;
    goOn.countDown();
    drawn.get(1, TimeUnit.MINUTES);
  }

  @Test
  @Clause("ZB-9")
  void after_a_draw_that_failed_nothing_is_told_and_the_same_button_gives_the_same_list()
      throws Exception {
    String draw = revealed();
    List<List<DrawnTarget>> lists = new ArrayList<>();
    inside(
        TargetsDrawn.class,
        Ordered.LOWEST_PRECEDENCE,
        event -> {
          lists.add(event.targets());
          assertThat(phase(draw)).isEqualTo("VISITS");
          if (lists.size() == 1) {
            throw new IllegalStateException("the power fails");
          }
        });
    JsonNode seen = chain.api().body(chain.api().read(bureau, "officer", "/api/draws/" + draw));
    chain
        .api()
        .send(
            bureau,
            "officer",
            "/api/draws/" + draw + "/draw",
            seen.get("version").asInt(),
            Map.of())
        .andExpect(status().isInternalServerError());
    progress("officer", draw).andExpect(status().isNoContent());
    chain.draw(bureau, draw, "draw", Map.of());
    progress("officer", draw).andExpect(status().isNoContent());
    assertThat(lists).hasSize(2);
    assertThat(lists.get(1)).isEqualTo(lists.get(0)).isNotEmpty();
  }

  @Test
  void the_room_sees_a_long_draw_run_and_its_stored_version_counts_steps_only() throws Exception {
    String draw = revealed();
    long before = version(draw);
    CountDownLatch held = holdAfter(TargetsDrawn.class);
    CompletableFuture<JsonNode> drawn = drawBeside(draw);
    await(held);
    assertThat(version(draw)).as("over before anybody could read it").isEqualTo(before);
    clock.advance(Duration.ofSeconds(2));
    Shown shown = room(draw);
    assertThat(shown.version()).isEqualTo(version(draw)).isGreaterThan(before);
    assertThat(shown.html()).contains("正在抽取，第 6 步，共 6 步：形成检查。", "不能取消");
    assertThat(shown.screen().state()).isEqualTo("revealed");
    assertThat(shown.screen().drawn()).isZero();
    goOn.countDown();
    drawn.get(1, TimeUnit.MINUTES);
    Shown after = room(draw);
    assertThat(after.html()).contains("抽取完成").doesNotContain("正在抽取，");
    assertThat(after.version()).isEqualTo(version(draw)).isGreaterThan(shown.version());
    JsonNode detail = chain.api().body(chain.api().read(bureau, "officer", "/api/draws/" + draw));
    assertThat(after.version()).isEqualTo(detail.get("version").asInt() * 10_000L);
  }

  @Test
  void a_draw_of_inspectors_tells_the_phases_of_its_own() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    JsonNode formed = chain.ok(chain.taskCommand(bureau, task, "form-teams", null));
    JsonNode draws = formed.get("draws");
    String draw = draws.get(draws.size() - 1).get("id").asString();
    chain.revealAll(bureau, draw);
    List<String> phases = new ArrayList<>();
    inside(InspectorsDrawn.class, Ordered.HIGHEST_PRECEDENCE, e -> phases.add(phase(draw)));
    CountDownLatch held = holdAfter(InspectorsDrawn.class);
    CompletableFuture<JsonNode> drawn = drawBeside(draw);
    await(held);
    assertThat(phases).containsExactly("KEEPING");
    progress("officer", draw)
        .andExpect(jsonPath("$.phase").value("teams"))
        .andExpect(jsonPath("$.step").value(5))
        .andExpect(jsonPath("$.steps").value(5));
    goOn.countDown();
    assertThat(drawn.get(1, TimeUnit.MINUTES).get("state").asString()).isEqualTo("drawn");
  }
}

package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.domain.VoidCause;
import cn.sunlot.kernel.Lifecycle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"messages/drawing.properties", "messages/drawing_en.properties"})
  void every_problem_state_command_and_cause_has_all_its_texts(String file) throws IOException {
    Properties texts = new Properties();
    var stream = getClass().getClassLoader().getResourceAsStream(file);
    try (var in = new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    List<String> wanted = new ArrayList<>();
    for (DrawingProblem problem : DrawingProblem.values()) {
      Stream.of("title", "what", "why", "now")
          .forEach(part -> wanted.add("problem." + problem.code() + "." + part));
    }
    List.of(DrawState.values(), DrawCommand.values(), Purpose.values(), VoidCause.values())
        .forEach(values -> Stream.of(values).forEach(v -> wanted.add(name((Enum<?>) v))));
    assertThat(texts.stringPropertyNames()).containsAll(wanted);
    wanted.forEach(key -> assertThat(texts.getProperty(key)).as(key).isNotBlank());
  }

  private static String name(Enum<?> value) {
    String type = Lifecycle.kebab(value.getDeclaringClass().getSimpleName());
    return "drawing." + type + "." + Lifecycle.wireName(value);
  }
}

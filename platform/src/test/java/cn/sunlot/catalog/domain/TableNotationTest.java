package cn.sunlot.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.catalog.domain.TableReader.Line;
import cn.sunlot.catalog.domain.TableReader.Mistake;
import cn.sunlot.checklist.Condition;
import cn.sunlot.checklist.Criterion;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.DefinitionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TableNotationTest {

  private static final TableColumn[] COLUMNS = TableColumn.values();
  private static final Properties CHINESE = texts("");
  private static final Properties ENGLISH = texts("_en");
  private static final TableWords WORDS = words(false);

  private static Properties texts(String language) {
    Properties texts = new Properties();
    for (String bundle : List.of("catalog", "checklist")) {
      Path file = Path.of("src/main/resources/messages", bundle + language + ".properties");
      try (var reader = Files.newBufferedReader(file)) {
        texts.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  private static TableWords words(boolean english) {
    return new TableWords(
        (key, inEnglish) ->
            Objects.requireNonNull((inEnglish ? ENGLISH : CHINESE).getProperty(key), key),
        english);
  }

  private static List<Line> lines(List<List<String>> rows) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<TableColumn, String> cells = new EnumMap<>(TableColumn.class);
      for (int c = 0; c < COLUMNS.length; c++) {
        cells.put(COLUMNS[c], rows.get(i).get(c));
      }
      lines.add(new Line(i + 2L, cells));
    }
    return lines;
  }

  private static Definition definition(String json) {
    return Objects.requireNonNull(DefinitionJson.parse(json).definition());
  }

  @Test
  void rows_read_again_in_either_language_are_what_was_written() throws IOException {
    String generated = Files.readString(Path.of("../docs/checklist/vectors/generated.json"));
    assertThat(JsonMapper.shared().readTree(generated))
        .hasSize(200)
        .allSatisfy(
            one -> {
              Definition definition = definition(one.get("definition").toString());
              for (boolean english : new boolean[] {false, true}) {
                var rows = TableNotation.rows(definition, words(english));
                var read = TableReader.read(lines(rows), words(!english));
                assertThat(read.mistakes()).isEmpty();
                assertThat(read.definition()).isEqualTo(definition);
              }
            });
  }

  private static Line line(Map<TableColumn, String> cells) {
    return new Line(7, cells);
  }

  private static List<Line> withQuestion(Map<TableColumn, String> cells) {
    Map<TableColumn, String> question = new EnumMap<>(cells);
    question.putIfAbsent(TableColumn.ROW, "检查项");
    question.putIfAbsent(TableColumn.CODE, "1.2");
    question.putIfAbsent(TableColumn.TEXT, "看什么");
    question.putIfAbsent(TableColumn.KIND, "文字");
    return List.of(
        line(Map.of(TableColumn.ROW, "检查表", TableColumn.TEXT, "表")),
        line(Map.of(TableColumn.ROW, "分组", TableColumn.TEXT, "一")),
        line(
            Map.of(
                TableColumn.ROW, "检查项",
                TableColumn.CODE, "1.1",
                TableColumn.TEXT, "有无证照",
                TableColumn.KIND, "conform",
                TableColumn.STANDARD, "没有即不符合")),
        line(question));
  }

  @Test
  void a_condition_in_groups_is_written_by_lines_that_are_moved_in() {
    var read =
        TableReader.read(
            withQuestion(Map.of(TableColumn.SHOW_IF, "任一\n—1.1｜为｜不符合\n—不是\n——1.1｜之一｜符合｜不适用")),
            WORDS);
    assertThat(read.mistakes()).isEmpty();
    assertThat(read.definition().sections().get(0).questions().get(1).showIf())
        .isEqualTo(
            Condition.anyOf(
                Condition.of("1.1", Criterion.is("not-conform")),
                Condition.notThat(Condition.of("1.1", Criterion.in("conform", "not-applicable")))));
  }

  @Test
  void what_is_not_understood_names_row_and_column() {
    var read =
        TableReader.read(
            withQuestion(
                Map.of(
                    TableColumn.REQUIRED, "必须",
                    TableColumn.PHOTOS, "两张",
                    TableColumn.OUTCOMES, "是｜罚款",
                    TableColumn.SHOW_IF, "全部\n1.1｜为｜不符合")),
            WORDS);
    assertThat(read.mistakes())
        .extracting(Mistake::row, Mistake::column, Mistake::key)
        .containsExactlyInAnyOrder(
            tuple(7L, TableColumn.REQUIRED, "catalog.table.wrong.word"),
            tuple(7L, TableColumn.PHOTOS, "catalog.table.wrong.whole"),
            tuple(7L, TableColumn.OUTCOMES, "catalog.table.wrong.word"),
            tuple(7L, TableColumn.SHOW_IF, "catalog.table.wrong.condition"),
            tuple(7L, TableColumn.SHOW_IF, "catalog.table.wrong.condition"));
  }

  @Test
  void a_mistake_in_what_was_understood_stands_in_its_cell_too() {
    var read =
        TableReader.read(
            withQuestion(Map.of(TableColumn.SHOW_IF, "1.9｜为｜不符合", TableColumn.UNIT, "米")), WORDS);
    assertThat(read.mistakes())
        .extracting(Mistake::column, Mistake::key)
        .containsExactly(
            tuple(TableColumn.UNIT, "checklist.wrong.not-here"),
            tuple(TableColumn.SHOW_IF, "checklist.wrong.reference-unknown"));
  }

  @Test
  void every_column_has_a_name_and_an_explanation_in_both_languages() {
    assertThat(Arrays.stream(COLUMNS).map(TableColumn::field))
        .allSatisfy(
            field -> {
              for (Properties texts : List.of(CHINESE, ENGLISH)) {
                assertThat(texts.getProperty("catalog.table." + field)).isNotBlank();
                assertThat(texts.getProperty("catalog.table.note." + field)).isNotBlank();
              }
            });
  }
}

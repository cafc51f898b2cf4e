package cn.sunlot.sheets;

import static cn.sunlot.sheets.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {

  @TempDir Path folder;

  @Test
  void aMergedTitleAboveTheHeaderIsSkippedWithAWarning() throws IOException {
    Path file =
        sheet(
            row(1, "2026 年检查对象名录") + row(2, "填报单位：某局") + row(3, "名称", "代码") + row(4, "甲", "1"),
            "A1:B1");
    assertThat(Reading.header(file)).containsExactly("名称", "代码");
    assertThat(Reading.rows(file)).extracting(Row::number).containsExactly(4L);
    assertThat(Reading.warnings(file)).containsExactly(Code.TITLE_SKIPPED);
  }

  @Test
  void stackedNamesInMergedCellsAreJoined() throws IOException {
    Path file =
        sheet(
            row(1, "名称", "联系人", "", "地址") + row(2, "", "姓名", "电话") + row(3, "甲", "张三", "138", "某路"),
            "A1:A2",
            "B1:C1",
            "D1:D2");
    assertThat(Reading.header(file)).containsExactly("名称", "联系人/姓名", "联系人/电话", "地址");
    Row row = Reading.rows(file).get(0);
    assertThat(row.text("联系人/电话")).isEqualTo("138");
    assertThat(row.number()).isEqualTo(3);
    assertThat(Reading.warnings(file)).isEmpty();
  }

  @Test
  void aNameMergedOverTwoColumnsNamesTheFirst() throws IOException {
    Path file = sheet(row(1, "名称", "备注") + row(2, "甲", "x", "y"), "B1:C1");
    assertThat(Reading.header(file)).containsExactly("名称", "备注");
    assertThat(Reading.rows(file).get(0).text("备注")).isEqualTo("x");
    assertThat(Reading.warnings(file)).containsExactly(Code.CELL_WITHOUT_HEADER);
  }

  @Test
  void mergedCellsInTheDataAreWarnedOf() throws IOException {
    Path file = sheet(row(1, "区县", "名称") + row(2, "张店区", "甲") + row(3, "", "乙"), "A2:A3");
    try (Sheet sheet = Sheets.open(file, Limits.standard())) {
      assertThat(sheet.stream().map(row -> row.text("区县"))).containsExactly("张店区", "");
      assertThat(sheet.warnings())
          .singleElement()
          .satisfies(warning -> assertThat(warning.message().zh()).contains("A2:A3"));
    }
  }

  @Test
  void namesAreCleanedAndMadeUnique() throws IOException {
    Path file = csv("　名　称 ,\"联系\n电话\",备注,备注,ＩＤ\n甲,1,2,3,4\n");
    assertThat(Reading.header(file)).containsExactly("名称", "联系电话", "备注", "备注 (2)", "ID");
    assertThat(Reading.warnings(file)).containsExactly(Code.DUPLICATE_HEADER);
  }

  @Test
  void aListOfASingleColumnHasItsHeaderInTheFirstRow() throws IOException {
    assertThat(Reading.header(csv("名称\n甲\n乙\n丙\n丁\n戊\n"))).containsExactly("名称");
  }

  @Test
  void theHeaderRowCanBeGiven() throws IOException {
    Path file = csv("填报单位,某局\n\n名称,代码\n甲,1\n");
    try (Sheet sheet = Sheets.open(file, Limits.standard(), Choice.first().withHeaderRow(3))) {
      assertThat(sheet.header().names()).containsExactly("名称", "代码");
      assertThat(sheet.stream().map(Row::number)).containsExactly(4L);
    }
    assertThatThrownBy(() -> Sheets.open(file, Limits.standard(), Choice.first().withHeaderRow(2)))
        .hasMessageContaining("第 2 行没有表头");
  }

  @Test
  void rowsAreReadOnce() throws IOException {
    try (Sheet sheet = Sheets.open(csv("a\n1\n"), Limits.standard())) {
      assertThat(sheet.stream()).hasSize(1);
      assertThatThrownBy(sheet::iterator).isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, A", "25, Z", "26, AA", "51, AZ", "701, ZZ", "702, AAA", "16383, XFD"})
  void columnsHaveTheirLetters(int column, String letter) {
    assertThat(Header.letter(column)).isEqualTo(letter);
    assertThat(CellReference.parse(letter + "1")).isEqualTo(new CellReference(1, column));
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("a.csv"), text);
  }

  private Path sheet(String rows, String... merges) throws IOException {
    StringBuilder cells = new StringBuilder("<mergeCells>");
    for (String merge : merges) {
      cells.append("<mergeCell ref=\"").append(merge).append("\"/>");
    }
    return new Workbooks()
        .sheet("名录", "", rows, cells.append("</mergeCells>").toString())
        .write(folder);
  }
}

package cn.sunlot.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.schema.testing.TestDatabase;
import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Autowired;

/** 300,000 rows of 10 columns, next to a bare COPY of the same rows into the same table. */
@PlatformTest
@Tag("deep")
class ImportAtSizeTest {

  private static final int ROWS = 300_000;
  private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String COLUMNS =
      "id, authority_id, unit_id, name, kind, region_code, address, risk_class, tags, status,"
          + " responsible_person, contact, warnings, created_at, updated_at";

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private TestDatabase database;

  @Test
  void three_hundred_thousand_rows_are_imported_and_imported_again() throws Exception {
    Bureau bureau = bureaus.create("zibo_miit");
    byte[] sheet = sheet();
    Timed first = timed(bureau, sheet, "xlsx, all new");
    assertThat(first.done().counts().added()).isEqualTo(ROWS);
    double copy = copyAgain(bureau.authorityId());
    System.out.printf("bare COPY, same rows, same table and indexes: %.2f s%n", copy);
    System.out.printf("import is %.1f times the bare COPY%n", first.seconds() / copy);
    Timed again = timed(bureau, sheet, "xlsx, nothing changed");
    assertThat(again.done().counts().unchanged()).isEqualTo(ROWS);
  }

  private record Timed(Import done, double seconds) {}

  private Timed timed(Bureau bureau, byte[] sheet, String what) {
    Import started = importing.started(bureau, "targets", sheet);
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    long begin = System.nanoTime();
    importing.finish();
    double seconds = (System.nanoTime() - begin) / 1e9;
    long peak = heap().mapToLong(p -> p.getPeakUsage().getUsed()).sum() >> 20;
    Import done = importing.get(bureau, started.id());
    System.out.printf("%s: %.2f s, peak heap %d MiB, %s%n", what, seconds, peak, done.counts());
    return new Timed(done, seconds);
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(p -> p.getType() == MemoryType.HEAP);
  }

  /** The same rows for another authority, as fast as PostgreSQL takes them. */
  private double copyAgain(UUID authority) throws SQLException, IOException {
    try (Connection connection = database.superuser().connect()) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      var rows = new ByteArrayOutputStream();
      String others =
          COLUMNS.replace(
              "id, authority_id,", "gen_random_uuid(), '" + UUID.randomUUID() + "'::uuid,");
      copy.copyOut(
          "COPY (SELECT "
              + others
              + " FROM registry.target WHERE authority_id = '"
              + authority
              + "') TO STDOUT",
          rows);
      long begin = System.nanoTime();
      long copied =
          copy.copyIn(
              "COPY registry.target (" + COLUMNS + ") FROM STDIN",
              new ByteArrayInputStream(rows.toByteArray()));
      assertThat(copied).isEqualTo(ROWS);
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  private static byte[] sheet() throws IOException {
    var random = new Random(42);
    var bytes = new ByteArrayOutputStream();
    List<Heading> columns =
        Stream.of("统一社会信用代码", "名称", "负责人", "联系方式", "地址", "行政区划代码", "类型", "信用风险分类", "标签", "状态")
            .map(Heading::of)
            .toList();
    try (SheetWriter writer = SheetWriter.xlsx(bytes, "检查对象", columns)) {
      for (int i = 0; i < ROWS; i++) {
        writer.row(row(i, random));
      }
    }
    return bytes.toByteArray();
  }

  private static List<String> row(int i, Random random) {
    StringBuilder code = new StringBuilder("91370303MA");
    for (int n = i, k = 0; k < 7; k++, n /= 31) {
      code.append(DIGITS.charAt(n % 31));
    }
    String first17 = code.toString();
    return List.of(
        first17 + Uscc.checkCharacter(first17),
        "示范市第" + i + "号机械制造有限公司",
        "王" + random.nextInt(1000),
        "133" + (10_000_000 + random.nextInt(89_999_999)),
        "示范市张店区阳光路" + random.nextInt(9999) + "号",
        "37030" + (2 + random.nextInt(5)),
        "有限责任公司",
        "ABCD".substring(random.nextInt(4)).substring(0, 1),
        random.nextInt(10) == 0 ? "环境保护；安全生产" : "",
        "存续");
  }
}

package cn.sunlot.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import cn.sunlot.PlatformTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class ManyIdsTest {

  private static final Field<UUID> KEY = field(name("k", "id"), UUID.class);

  @Autowired private DSLContext database;

  private ResultQuery<?> among(List<UUID> ids) {
    return database
        .select(KEY)
        .from(table("(SELECT gen_random_uuid() UNION SELECT {0}) AS k (id)", new UUID(1, 7)))
        .where(ManyIds.contain(ids, KEY));
  }

  private static List<UUID> first(int many) {
    return IntStream.range(0, many).mapToObj(i -> new UUID(1, i)).toList();
  }

  @Test
  void it_holds_for_those_and_no_others() {
    assertThat(among(first(8)).fetch(KEY)).containsExactly(new UUID(1, 7));
    assertThat(among(first(7)).fetch(KEY)).isEmpty();
    assertThat(among(List.of()).fetch(KEY)).isEmpty();
  }

  @Test
  void the_database_reads_the_ids_once_and_not_for_every_row() {
    assertThat(database.explain(among(first(30_000))).plan())
        .contains("Function Scan on unnest")
        .doesNotContain("ANY");
  }
}

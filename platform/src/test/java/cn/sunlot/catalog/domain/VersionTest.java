package cn.sunlot.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VersionTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  private final Version published =
      Version.first(
              new UUID(0, 1), PublishedItems.content("节能", Category.KEY, null), new UUID(0, 2))
          .approvedBy(new UUID(0, 3))
          .publishedFrom(MAY);

  @Test
  void it_is_in_force_from_its_first_to_its_last_day_both_included() {
    Version ended = published.endingBy(MAY.plusDays(9));
    assertThat(ended.isInForce(MAY.minusDays(1))).isFalse();
    assertThat(ended.isInForce(MAY)).isTrue();
    assertThat(ended.isInForce(MAY.plusDays(9))).isTrue();
    assertThat(ended.isInForce(MAY.plusDays(10))).isFalse();
  }

  @Test
  void an_end_that_is_set_is_not_moved_later() {
    Version ended = published.endingBy(MAY.plusDays(3)).endingBy(MAY.plusDays(9));
    assertThat(ended.requirePeriod().until()).isEqualTo(MAY.plusDays(3));
  }

  @Test
  void one_that_is_ended_before_it_begins_never_comes_into_force() {
    Version ended = published.endingBy(MAY.minusDays(30));
    assertThat(ended.isInForce(MAY.minusDays(1))).isFalse();
    assertThat(ended.isInForce(MAY)).isFalse();
  }
}

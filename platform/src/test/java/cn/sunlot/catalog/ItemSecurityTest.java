package cn.sunlot.catalog;

import static cn.sunlot.catalog.store.jooq.Tables.CHECKLIST;
import static cn.sunlot.catalog.store.jooq.Tables.ITEM;
import static cn.sunlot.catalog.store.jooq.Tables.ITEM_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The second wall: what the database itself allows the application's role. */
@PlatformTest
class ItemSecurityTest {

  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private PublishedItems items;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private Bureau bureau;
  private Item item;

  @BeforeEach
  void makeItem() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
    item = items.inForce(bureau, "JN-01", Category.GENERAL, 500);
  }

  private <T> T as(Bureau whose, String who, Supplier<T> work) {
    return whose.as(who, () -> Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  private int rename() {
    return database.update(ITEM).set(ITEM.CODE, "X-1").where(ITEM.ID.eq(item.id())).execute();
  }

  @Test
  void a_sibling_section_reads_the_row_and_changes_nothing() {
    assertThat(as(bureau, "officer2", () -> database.fetchCount(ITEM, ITEM.ID.eq(item.id()))))
        .isEqualTo(1);
    assertThat(as(bureau, "officer2", this::rename)).isZero();
    assertThat(as(bureau, "officer", this::rename)).isEqualTo(1);
  }

  @Test
  void another_authority_does_not_see_it() {
    Bureau other = bureaus.create("zibo_miit");
    assertThat(as(other, "principal", () -> database.fetchCount(ITEM, ITEM.ID.eq(item.id()))))
        .isZero();
    assertThat(as(other, "principal", this::rename)).isZero();
  }

  @Test
  @Clause({"ZB-5", "TZ-28"})
  void a_published_version_and_its_checklist_cannot_be_changed_even_past_the_application() {
    assertThatThrownBy(
            () ->
                as(
                    bureau,
                    "officer",
                    () ->
                        database
                            .update(ITEM_VERSION)
                            .set(ITEM_VERSION.RATIO_CAP_BP, 9_000)
                            .where(ITEM_VERSION.ID.eq(item.current().id()))
                            .execute()))
        .rootCause()
        .hasMessageContaining("is published: only its end may be set");
    assertThatThrownBy(
            () ->
                as(
                    bureau,
                    "officer",
                    () ->
                        database
                            .update(CHECKLIST)
                            .set(CHECKLIST.TITLE, "x")
                            .where(CHECKLIST.ID.eq(item.current().checklistId()))
                            .execute()))
        .rootCause()
        .hasMessageContaining("is frozen");
    assertThatThrownBy(
            () -> as(bureau, "officer", () -> database.deleteFrom(ITEM_VERSION).execute()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}

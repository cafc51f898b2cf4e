package cn.sunlot.catalog.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.store.ItemSearch.ListKind;
import cn.sunlot.checklist.Section;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients send about items. */
final class ItemRequests {

  private ItemRequests() {}

  /**
   * What a version says; a draft may leave out everything but name and category.
   *
   * @param category {@code key} or {@code general}
   * @param participants departments that take part; with them it is a joint item
   */
  record Content(
      @NotNull @Size(max = 200) String name,
      @NotNull @OneOf(Catalog.Category.class) String category,
      @Nullable Integer ratioCapBp,
      @Nullable Integer timesPerYear,
      @Nullable @Size(max = 100) String targetKind,
      @Nullable @Size(max = 4000) String content,
      @Nullable @Size(max = 50) List<@NotNull @Size(max = 500) String> basis,
      @Nullable @Size(max = 10) List<@NotNull @Size(max = 50) String> methods,
      @Nullable @Size(max = 200) String body,
      @Nullable @Size(max = 50) List<@NotNull UUID> participants) {

    ItemContent read() {
      return new ItemContent(
          name,
          readCategory(category),
          ratioCapBp,
          timesPerYear,
          orEmpty(targetKind),
          orEmpty(content),
          basis == null ? List.of() : basis,
          methods == null ? List.of() : methods,
          orEmpty(body),
          participants == null ? List.of() : participants);
    }
  }

  /**
   * A new item.
   *
   * @param departmentId the section that owns it; the person's own where left out
   */
  record NewItem(
      @Nullable UUID departmentId,
      @NotNull @Size(max = 32) String code,
      @NotNull @Valid Content content) {}

  record Because(@NotNull @Size(max = 1000) String reason) {}

  /** Why a version is made, and which law changed, if one did. */
  record NewVersion(
      @NotNull @Size(max = 1000) String reason, @Nullable @Size(max = 500) String changedLaw) {}

  /** First day in force; today where left out. */
  record Publication(@Nullable LocalDate from) {}

  /** Last day in force; today where left out. */
  record Retirement(@NotNull @Size(max = 1000) String reason, @Nullable LocalDate lastDay) {}

  /** A checklist as a whole; what is wrong in it is said by the rules of the form model. */
  record ChecklistForm(@NotNull String title, @NotNull @Size(max = 200) List<Section> sections) {}

  static Category readCategory(String wireName) {
    return read(Category.values(), "category", wireName);
  }

  static ItemState readState(String wireName) {
    return read(ItemState.values(), "state", wireName);
  }

  static ListKind readList(String wireName) {
    return read(ListKind.values(), "list", wireName);
  }

  private static <E extends Enum<E>> E read(E[] values, String field, String wireName) {
    return Arrays.stream(values)
        .filter(v -> Lifecycle.wireName(v).equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.because(KernelProblem.VALUES_WRONG, 1)
                    .naming(
                        List.of(
                            WrongValue.of(
                                field, wireName, "catalog.field." + field + "-unknown"))));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

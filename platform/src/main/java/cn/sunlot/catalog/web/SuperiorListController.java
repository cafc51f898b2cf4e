package cn.sunlot.catalog.web;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.domain.SuperiorList.Entry;
import cn.sunlot.catalog.usecase.AddSuperiorList;
import cn.sunlot.catalog.usecase.AdoptItem;
import cn.sunlot.catalog.web.ItemRequests.Content;
import cn.sunlot.catalog.web.ItemResponses.ItemDetail;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Item lists of superiors, and items taken from them. */
@RestController
@RequestMapping("/api/superior-lists")
class SuperiorListController {

  /** An edition with its items. */
  record SuperiorForm(
      @NotNull @Size(max = 200) String source,
      @NotNull @Size(max = 200) String name,
      @NotNull @Size(max = 50) String edition,
      @NotNull LocalDate issuedOn,
      @NotNull @Size(max = 2000) List<@NotNull @Valid SuperiorEntry> items) {}

  record SuperiorEntry(@NotNull @Size(max = 32) String code, @NotNull @Valid Content content) {

    Entry read() {
      return new Entry(code, content.read().with(List.of()));
    }
  }

  /**
   * Takes an item over.
   *
   * @param participants departments that take part, where it is to be a joint item
   */
  record Adoption(
      @NotNull @Size(max = 32) String code,
      @Nullable @Size(max = 50) List<@NotNull UUID> participants) {}

  /**
   * An edition.
   *
   * @param latest whether it is the one that counts
   * @param items how many it holds
   */
  record SuperiorRow(
      UUID id,
      String source,
      String name,
      String edition,
      LocalDate issuedOn,
      NamedId enteredBy,
      boolean latest,
      int items) {}

  /**
   * An item that was taken over, or has the same code.
   *
   * @param same whether its current version says what this edition says
   */
  record AdoptedItem(UUID id, @OneOf(ItemState.class) String state, boolean same) {}

  record SuperiorItem(
      String code,
      String name,
      @OneOf(Category.class) String category,
      @Nullable Integer ratioCapBp,
      @Nullable Integer timesPerYear,
      String targetKind,
      String content,
      List<String> basis,
      List<String> methods,
      String body,
      @Nullable AdoptedItem adopted) {

    static SuperiorItem of(Entry entry, @Nullable AdoptedItem adopted) {
      ItemContent content = entry.content();
      return new SuperiorItem(
          entry.code(),
          content.name(),
          Lifecycle.wireName(content.category()),
          content.ratioCapBp(),
          content.timesPerYear(),
          content.targetKind(),
          content.content(),
          content.basis(),
          content.methods(),
          content.body(),
          adopted);
    }
  }

  record SuperiorDetail(SuperiorRow list, List<SuperiorItem> items) {}

  private final AddSuperiorList add;
  private final AdoptItem adopt;
  private final SuperiorViews lists;
  private final ItemViews views;

  SuperiorListController(
      AddSuperiorList add, AdoptItem adopt, SuperiorViews lists, ItemViews views) {
    this.add = add;
    this.adopt = adopt;
    this.lists = lists;
    this.views = views;
  }

  @GetMapping
  @Requires(Permission.CATALOG_VIEW)
  Page<SuperiorRow> listSuperiorLists(
      @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "20") int size) {
    return lists.page(new Page.Request(page, size));
  }

  @GetMapping("/{id}")
  @Requires(Permission.CATALOG_VIEW)
  SuperiorDetail getSuperiorList(@PathVariable UUID id) {
    return lists.detail(id);
  }

  @PostMapping
  @Requires(Permission.CATALOG_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  SuperiorDetail addSuperiorList(@Valid @RequestBody SuperiorForm form) {
    return lists.detail(
        add.run(
                form.source(),
                form.name(),
                form.edition(),
                form.issuedOn(),
                form.items().stream().map(SuperiorEntry::read).toList())
            .id());
  }

  /** Drafts an item with what the superior's list says under this code. */
  @PostMapping("/adopt")
  @Requires(Permission.CATALOG_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  ItemDetail adoptSuperiorItem(@Valid @RequestBody Adoption adoption) {
    return views.detail(
        adopt.run(
            SignedIn.get().departmentId(),
            adoption.code(),
            adoption.participants() == null ? List.of() : adoption.participants()));
  }
}

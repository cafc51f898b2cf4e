package cn.sunlot.catalog.web;

import cn.sunlot.catalog.domain.Comparison;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.domain.SuperiorList;
import cn.sunlot.catalog.domain.SuperiorList.Entry;
import cn.sunlot.catalog.store.ItemSearch;
import cn.sunlot.catalog.store.SuperiorStore;
import cn.sunlot.catalog.web.SuperiorListController.AdoptedItem;
import cn.sunlot.catalog.web.SuperiorListController.SuperiorDetail;
import cn.sunlot.catalog.web.SuperiorListController.SuperiorItem;
import cn.sunlot.catalog.web.SuperiorListController.SuperiorRow;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of superiors as clients see them, with what was taken over from them. */
@Component
@Transactional(readOnly = true)
class SuperiorViews {

  private final SuperiorStore lists;
  private final ItemSearch search;
  private final Organisation organisation;

  SuperiorViews(SuperiorStore lists, ItemSearch search, Organisation organisation) {
    this.lists = lists;
    this.search = search;
    this.organisation = organisation;
  }

  Page<SuperiorRow> page(Page.Request request) {
    return lists
        .page(SignedIn.get().scope(), request)
        .map(r -> row(r.list(), r.latest(), r.items()));
  }

  SuperiorDetail detail(UUID id) {
    SuperiorList list = lists.get(id);
    List<String> codes = list.entries().stream().map(Entry::code).toList();
    Map<String, Item> taken =
        search.listByCode(SignedIn.get().scope(), codes).stream()
            .filter(item -> item.current().state() != ItemState.DISCARDED)
            .collect(Collectors.toMap(Item::code, Function.identity()));
    return new SuperiorDetail(
        row(list, lists.isLatest(id), list.entries().size()),
        list.entries().stream()
            .map(e -> SuperiorItem.of(e, adopted(e, taken.get(e.code()))))
            .toList());
  }

  private static @Nullable AdoptedItem adopted(Entry entry, @Nullable Item item) {
    if (item == null) {
      return null;
    }
    var content = item.current().content();
    boolean same = Comparison.of(entry.content(), null, content, null).isEmpty();
    return new AdoptedItem(item.id(), Lifecycle.wireName(item.current().state()), same);
  }

  private SuperiorRow row(SuperiorList list, boolean latest, int items) {
    return new SuperiorRow(
        list.id(),
        list.source(),
        list.name(),
        list.edition(),
        list.issuedOn(),
        new NamedId(list.departmentId(), organisation.getDepartment(list.departmentId()).name()),
        latest,
        items);
  }
}

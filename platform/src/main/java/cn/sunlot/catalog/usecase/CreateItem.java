package cn.sunlot.catalog.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.domain.SuperiorList;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts a new item of the list. */
@Component
@Transactional
public class CreateItem {

  private final ItemStore store;
  private final ItemSteps steps;
  private final ItemChecks checks;
  private final SuperiorChecks superior;
  private final AuditLog audit;

  CreateItem(
      ItemStore store,
      ItemSteps steps,
      ItemChecks checks,
      SuperiorChecks superior,
      AuditLog audit) {
    this.store = store;
    this.steps = steps;
    this.checks = checks;
    this.superior = superior;
    this.audit = audit;
  }

  /**
   * Drafts it.
   *
   * @param departmentId the section that owns it
   * @param code its code in the list; small letters become capitals
   * @param proposed what it says; where the rules bind to the superior's list, that says it
   */
  public Item run(UUID departmentId, String code, ItemContent proposed) {
    SignedIn person = SignedIn.get();
    String capitals = code.strip().toUpperCase(Locale.ROOT);
    steps.demandOwn(departmentId, capitals);
    if (!capitals.matches(SuperiorList.CODE)) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(List.of(WrongValue.of("code", code, "catalog.field.code-shape")));
    }
    ItemContent content = superior.bound(person.authorityId(), capitals, proposed);
    checks.draft(person.authorityId(), departmentId, content);
    Version first = Version.first(Ids.next(), content, person.personId());
    var item = new Item(Ids.next(), person.authorityId(), departmentId, capitals, 1, first);
    if (!store.add(item)) {
      throw Refused.because(
          CatalogProblem.CODE_TAKEN,
          capitals,
          store.findNameByCode(person.authorityId(), capitals).orElse(""));
    }
    audit.record(
        "item-drafted",
        item.code(),
        Map.of("item", item.id().toString(), "number", 1, "name", content.name()));
    return item;
  }
}

package cn.sunlot.catalog.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.SuperiorList;
import cn.sunlot.catalog.domain.SuperiorList.Entry;
import cn.sunlot.catalog.store.SuperiorStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters an edition of a superior's item list; from then on the latest one counts (RS-2.2). */
@Component
@Transactional
public class AddSuperiorList {

  private final SuperiorStore lists;
  private final AuditLog audit;

  AddSuperiorList(SuperiorStore lists, AuditLog audit) {
    this.lists = lists;
    this.audit = audit;
  }

  public SuperiorList run(
      String source, String name, String edition, LocalDate issuedOn, List<Entry> entries) {
    SignedIn person = SignedIn.get();
    var list =
        new SuperiorList(
            Ids.next(),
            person.authorityId(),
            person.departmentId(),
            source,
            name,
            edition,
            issuedOn,
            entries);
    List<WrongValue> wrong = list.wrong();
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
    if (!lists.add(list, person.personId())) {
      throw Refused.because(
          CatalogProblem.EDITION_THERE, list.name(), list.edition(), issuedOn.toString());
    }
    audit.record(
        "superior-list-entered",
        list.name(),
        Map.of(
            "list", list.id().toString(),
            "source", list.source(),
            "edition", list.edition(),
            "items", list.entries().size()));
    return list;
  }
}

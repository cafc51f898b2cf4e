package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.domain.ComparableCode;
import cn.sunlot.registry.domain.ComparableName;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.Likeness;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.DuplicateStore;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.store.TargetStore;
import cn.sunlot.registry.store.index.TargetIndex;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks for duplicates of a single target that was entered or changed: by the index of names, which
 * is quick; a search through all targets finds more.
 */
@Component
class CheckForDuplicates {

  private static final int MOST = 50;

  private final TargetSearch search;
  private final TargetStore targets;
  private final DuplicateStore duplicates;
  private final TargetIndex index;

  CheckForDuplicates(
      TargetSearch search, TargetStore targets, DuplicateStore duplicates, TargetIndex index) {
    this.search = search;
    this.index = index;
    this.targets = targets;
    this.duplicates = duplicates;
  }

  /** While the index is being built, a later search finds them. */
  void check(KnownTarget target) {
    if (!index.ready()) {
      return;
    }
    Set<UUID> others = candidates(target);
    others.addAll(duplicates.listOpenWith(target.id()));
    for (KnownTarget other : targets.list(others)) {
      Likeness.of(target, other)
          .ifPresentOrElse(
              like -> duplicates.put(target, other, like, null),
              () -> duplicates.forget(target.id(), other.id()));
    }
  }

  private Set<UUID> candidates(KnownTarget target) {
    Set<UUID> found = new HashSet<>();
    String region = target.content().regionCode();
    find(ComparableName.words(target.content().name(), region), region, found);
    ComparableCode.otherForms(target.unitId().value()).forEach(form -> find(form, "", found));
    found.remove(target.id());
    return found;
  }

  private void find(String words, String region, Set<UUID> found) {
    var filter = new TargetListFilter(words, null, region, null, null, null, null, null);
    search
        .page(SignedIn.get().scope(), filter, new Page.Request(1, MOST), "unitId")
        .items()
        .forEach(row -> found.add(row.target().id()));
  }
}

package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.domain.TargetTagging;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.store.TargetTaggingStore;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has everything that a list shows tagged, or the tag taken off (TZ-10). */
@Component
@Transactional
public class StartTagging {

  private final TargetTaggingStore store;
  private final TargetSearch search;
  private final Jobs jobs;
  private final Clock clock;

  StartTagging(TargetTaggingStore store, TargetSearch search, Jobs jobs, Clock clock) {
    this.store = store;
    this.search = search;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Starts it.
   *
   * @param counted how many the person was told
   * @throws Refused if the list has others by now
   */
  public TargetTagging run(
      TargetListFilter filter, String tag, boolean on, String reason, long counted) {
    String why = TargetSteps.demandReason(reason);
    String one = TagTargets.demandTag(tag);
    SignedIn person = SignedIn.get();
    long now = search.count(person.scope(), filter);
    if (now != counted) {
      throw Refused.because(
          RegistryProblem.LIST_CHANGED, String.valueOf(counted), String.valueOf(now));
    }
    UUID id = Ids.next();
    var added =
        new TargetTagging(
            id,
            person.authorityId(),
            person.personId(),
            filter,
            one,
            on,
            why,
            jobs.start(TaggingWork.KIND, id.toString()),
            counted,
            null,
            clock.instant());
    store.add(added);
    return added;
  }
}

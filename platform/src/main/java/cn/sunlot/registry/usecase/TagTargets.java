package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.Tags;
import cn.sunlot.registry.store.TargetStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a tag on many targets, or takes it off (TZ-10). */
@Component
@Transactional
public class TagTargets {

  private final TargetStore store;
  private final TargetSteps steps;

  TagTargets(TargetStore store, TargetSteps steps) {
    this.store = store;
    this.steps = steps;
  }

  /**
   * Does it for all of them or for none.
   *
   * @return how many were changed; others had the tag already, or did not have it
   */
  public int run(Collection<UUID> ids, String tag, boolean on, String reason) {
    String why = TargetSteps.demandReason(reason);
    String one = demandTag(tag);
    List<KnownTarget> targets = store.list(new HashSet<>(ids));
    if (targets.size() != new HashSet<>(ids).size()) {
      throw Refused.because(KernelProblem.NOT_FOUND, ids.size() - targets.size());
    }
    int changed = 0;
    for (KnownTarget target : targets) {
      changed += tag(target, one, on, why);
    }
    return changed;
  }

  static String demandTag(String tag) {
    List<String> read = Tags.read(tag);
    if (read.size() != 1) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(List.of(WrongValue.of("tag", tag, "registry.wrong.required")));
    }
    return read.get(0);
  }

  private int tag(KnownTarget target, String tag, boolean on, String reason) {
    List<String> tags = new ArrayList<>(target.content().tags());
    boolean different = on ? !tags.contains(tag) && tags.add(tag) : tags.remove(tag);
    if (!different) {
      return 0;
    }
    var content = target.content().tagged(tags);
    steps.save(
        target.saying(content),
        on ? "target-tagged" : "target-untagged",
        reason,
        target.content().differences(content));
    return 1;
  }
}

package cn.sunlot.credit.usecase;

import cn.sunlot.credit.store.FollowedStore;
import cn.sunlot.registry.TargetsMerged;
import cn.sunlot.registry.TargetsSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Credit follows targets that are merged: observations, given values, entries of lists and warnings
 * count for the survivor, from the next computation on, and come back when they are separated
 * (TZ-10).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FollowMergers {

  private final FollowedStore store;

  FollowMergers(FollowedStore store) {
    this.store = store;
  }

  @EventListener
  void on(TargetsMerged event) {
    store.follow(event);
  }

  @EventListener
  void on(TargetsSeparated event) {
    store.bringBack(event);
  }
}

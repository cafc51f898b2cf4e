package cn.sunlot.credit.usecase;

import cn.sunlot.credit.ListsChanged;
import cn.sunlot.credit.store.FollowedStore;
import cn.sunlot.registry.TargetsMerged;
import cn.sunlot.registry.TargetsSeparated;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
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
  private final ApplicationEventPublisher events;

  FollowMergers(FollowedStore store, ApplicationEventPublisher events) {
    this.store = store;
    this.events = events;
  }

  @EventListener
  void on(TargetsMerged event) {
    store.follow(event);
    tell(event.authorityId(), event.survivorId(), event.absorbedId());
  }

  @EventListener
  void on(TargetsSeparated event) {
    store.bringBack(event);
    tell(event.authorityId(), event.survivorId(), event.absorbedId());
  }

  /** What is public of the one is public of the other now. */
  private void tell(UUID authorityId, UUID survivorId, UUID absorbedId) {
    events.publishEvent(new ListsChanged(authorityId, Set.of(survivorId, absorbedId)));
  }
}

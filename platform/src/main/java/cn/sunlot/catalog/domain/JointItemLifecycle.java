package cn.sunlot.catalog.domain;

import static cn.sunlot.catalog.domain.ItemCommand.*;
import static cn.sunlot.catalog.domain.ItemState.*;
import static cn.sunlot.kernel.Lifecycle.edge;

import cn.sunlot.kernel.Lifecycle;

/**
 * The way of a joint item: the lead department proposes, the office of the joint conference
 * consolidates, enters the decision and publishes in batches (TZ-M3, TZ-7).
 */
public final class JointItemLifecycle {

  public static final Lifecycle<ItemState, ItemCommand> TABLE =
      new Lifecycle<>(
          "joint-item",
          edge(DRAFT, CHANGE_DRAFT, DRAFT, "item-draft-changed", ""),
          edge(DRAFT, SAVE_CHECKLIST, DRAFT, "checklist-changed", "TZ-28"),
          edge(DRAFT, SUBMIT, SUBMITTED, "item-submitted", "TZ-M3"),
          edge(DRAFT, DISCARD, DISCARDED, "item-discarded", ""),
          edge(SUBMITTED, CONSOLIDATE, CONSOLIDATED, "item-consolidated", "TZ-M3"),
          edge(SUBMITTED, RETURN_PROPOSAL, DRAFT, "item-sent-back", "TZ-M3"),
          edge(CONSOLIDATED, ENTER_DECISION, APPROVED, "item-decided", "TZ-7"),
          edge(CONSOLIDATED, RETURN_PROPOSAL, DRAFT, "item-sent-back", "TZ-M3"),
          edge(APPROVED, PUBLISH_IN_BATCH, PUBLISHED, "item-published", "TZ-M3"),
          edge(APPROVED, RETURN_PROPOSAL, DRAFT, "item-sent-back", "TZ-M3"),
          edge(PUBLISHED, NEW_VERSION, DRAFT, "item-version-drafted", "TZ-7"),
          edge(DISCARDED, NEW_VERSION, DRAFT, "item-version-drafted", ""),
          edge(PUBLISHED, RETIRE_JOINT, RETIRED, "item-retired", "TZ-7"));

  private JointItemLifecycle() {}
}

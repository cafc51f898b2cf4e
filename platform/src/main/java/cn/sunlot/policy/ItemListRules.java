package cn.sunlot.policy;

/**
 * The list of inspection items.
 *
 * @param generalItemRatioCapRequired a general item must have a cap on its ratio; key items never
 *     need one
 */
public record ItemListRules(
    Approver approvedBy, boolean publish, boolean generalItemRatioCapRequired) {}

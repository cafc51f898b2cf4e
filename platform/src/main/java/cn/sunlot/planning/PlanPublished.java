package cn.sunlot.planning;

import java.util.UUID;

/** A plan, or its adjustment, was published. Published in the transaction of the change. */
public record PlanPublished(UUID planId, UUID authorityId) {}

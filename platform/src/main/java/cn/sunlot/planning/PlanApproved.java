package cn.sunlot.planning;

import java.util.UUID;

/** A plan, or its adjustment, was approved. Published in the transaction of the change. */
public record PlanApproved(UUID planId) {}

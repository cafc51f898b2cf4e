package cn.sunlot.registry.store.index;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What the index knows of a target.
 *
 * @param formerIds ids of units that were merged into it, by which it is found as well
 * @param absorbed whether it was merged into another, so that no list has it any more
 * @param fresh whether it was added since the last time, so that the index cannot have it
 */
record IndexedTarget(
    UUID id,
    UUID authorityId,
    String unitId,
    String name,
    String kind,
    String regionCode,
    String riskClass,
    String[] tags,
    String status,
    boolean complete,
    boolean warned,
    Instant updatedAt,
    String[] placed,
    Map<String, String> details,
    String[] formerIds,
    boolean absorbed,
    boolean fresh) {}

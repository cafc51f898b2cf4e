package cn.sunlot.registry;

import java.util.UUID;

/**
 * A merger was taken back: both targets stand for themselves again. Published in the transaction of
 * the change, at its end.
 *
 * @param mergerId as it was in {@link TargetsMerged}
 */
public record TargetsSeparated(UUID authorityId, UUID mergerId, UUID survivorId, UUID absorbedId) {}

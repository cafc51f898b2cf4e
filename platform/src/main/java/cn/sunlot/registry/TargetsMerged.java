package cn.sunlot.registry;

import java.util.UUID;

/**
 * A target was merged into another, which stands for both from now on (TZ-10). Published in the
 * transaction of the merger, at its end; a listener that refuses keeps them apart.
 *
 * @param mergerId under which listeners keep what they moved
 */
public record TargetsMerged(UUID authorityId, UUID mergerId, UUID survivorId, UUID absorbedId) {}

package cn.sunlot.registry;

import java.util.UUID;

/**
 * A sub-registry is taken away. Published in the transaction of the change: whoever still needs it
 * refuses.
 */
public record SubRegistryRemoved(UUID authorityId, UUID id, String name) {}

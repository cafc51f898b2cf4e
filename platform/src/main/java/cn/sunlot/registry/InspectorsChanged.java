package cn.sunlot.registry;

import java.util.UUID;

/**
 * Inspectors of an authority were added or changed, or left. Published in the transaction of the
 * change.
 */
public record InspectorsChanged(UUID authorityId) {}

package cn.sunlot.catalog;

import java.util.UUID;

/** An item has left the list. Published in the transaction of the change. */
public record ItemRetired(UUID authorityId, UUID itemId) {}

package cn.sunlot.catalog;

import java.util.UUID;

/** A version of an item has come into force. Published in the transaction of the change. */
public record ItemPublished(UUID authorityId, UUID itemVersionId) {}

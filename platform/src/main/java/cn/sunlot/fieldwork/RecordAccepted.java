package cn.sunlot.fieldwork;

import java.util.UUID;

/**
 * A department's record of a visit was reviewed and accepted; published in the transaction of the
 * change.
 *
 * @param withheld why its results may not be public, or ""
 */
public record RecordAccepted(UUID visitId, UUID departmentId, String withheld) {}

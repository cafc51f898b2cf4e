package cn.sunlot.fieldwork;

import java.util.UUID;

/**
 * A department handed its record of a visit in, so that its result is made; published in the
 * transaction of the change.
 */
public record RecordHandedIn(UUID visitId, UUID departmentId) {}

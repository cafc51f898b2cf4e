package cn.sunlot.fieldwork;

import java.util.UUID;

/** A visit's record was reviewed and accepted; published in the transaction of the change. */
public record RecordAccepted(UUID visitId) {}

package cn.sunlot.results;

import java.util.UUID;

/**
 * A published result was corrected; told in the transaction of the change. The original stays
 * visible.
 */
public record ResultCorrected(UUID originalId, UUID correctionId) {}

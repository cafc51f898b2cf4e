package cn.sunlot.drawing.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a draw froze when it was prepared.
 *
 * @param subject the members of the commitment document that depend on the purpose, canonical JSON
 * @param frameFile SHA-256 of the frame's binary file, of a draw of targets
 * @param excludedFile SHA-256 of {@code excluded.csv.gz}, of a draw of targets
 * @param rosterFile SHA-256 of {@code roster.json}, of a draw of inspectors
 * @param orderFile SHA-256 of the sealed order
 * @param frameKey sealed
 * @param chainSecret sealed
 */
public record Frozen(
    int poolSize,
    int frameSize,
    int excludedSize,
    byte[] subject,
    @Nullable String frameFile,
    @Nullable String excludedFile,
    @Nullable String rosterFile,
    String orderFile,
    byte[] frameKey,
    byte[] chainSecret) {}

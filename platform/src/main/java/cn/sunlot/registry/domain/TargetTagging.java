package cn.sunlot.registry.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tag that a job puts on everything a list shows, or takes off.
 *
 * @param counted how many the list had when the person decided
 * @param changed how many were changed, or null while it is not done
 */
public record TargetTagging(
    UUID id,
    UUID authorityId,
    UUID personId,
    TargetListFilter filter,
    String tag,
    boolean on,
    String reason,
    @Nullable UUID jobId,
    long counted,
    @Nullable Long changed,
    Instant createdAt) {}

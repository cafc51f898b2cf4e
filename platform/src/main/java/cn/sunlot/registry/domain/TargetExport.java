package cn.sunlot.registry.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a list shows, as a file that a job writes.
 *
 * @param fields what is written, in this order
 * @param format xlsx or csv
 * @param language of the headings, zh or en
 * @param purpose what contacts in full are for (PDS-25), or null where they are written in part
 * @param rows how many were written, or null while it is not done
 */
public record TargetExport(
    UUID id,
    UUID authorityId,
    UUID personId,
    TargetListFilter filter,
    List<String> fields,
    String format,
    String language,
    @Nullable String purpose,
    @Nullable UUID jobId,
    @Nullable Long rows,
    @Nullable String fileSha256,
    Instant createdAt) {}

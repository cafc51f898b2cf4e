package cn.sunlot.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The face of the record: what other modules tell it. */
public interface AuditLog {

  /**
   * Writes an entry in the transaction that is under way, or fails with it.
   *
   * @param type the entry's type, as lifecycles name it, e.g. {@code plan-approved}
   * @param ref number of the thing it is about, e.g. {@code P-2026-0003}; entries of one ref keep
   *     their order
   * @param payload what changed; strings, integers, booleans, lists and maps of them
   */
  void record(String type, String ref, Map<String, ?> payload);

  /** What {@link #record} is told. */
  record Entry(String type, String ref, Map<String, ?> payload) {}

  /** The same for tens of thousands of entries at once, in their order. */
  void recordAll(List<Entry> entries);

  /**
   * The same about an authority that nobody signed in belongs to: what the platform does by itself,
   * or for all authorities.
   *
   * @param authorityId whose entry it is
   */
  void record(UUID authorityId, String type, String ref, Map<String, ?> payload);
}

package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.Ids;
import cn.sunlot.tasking.domain.HandDown.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Which department carries out, at a place, what a department of a task picked: itself, or where
 * the list goes down, the one of its line in the county (TZ-19, PDS-13). Remembers the parts that
 * go down.
 */
public final class Descent {

  private record Key(UUID fromId, String regionCode) {}

  private static final int COUNTY = 6;

  private final Task task;
  private final Levels levels;
  private final Instant now;
  private final Map<Key, HandDown> parts = new HashMap<>();
  private final List<HandDown> added = new ArrayList<>();

  /**
   * A descent.
   *
   * @param known parts that went down before, for a round that draws substitutes
   */
  public Descent(Task task, Levels levels, List<HandDown> known, Instant now) {
    this.task = task;
    this.levels = levels;
    this.now = now;
    known.forEach(part -> parts.put(key(part.terms()), part));
  }

  /** Who carries out at this place. */
  public UUID to(UUID fromId, String place) {
    if (!task.terms().handedDown()) {
      return fromId;
    }
    Optional<UUID> below = levels.findBelow(fromId, place);
    String region =
        below
            .map(id -> Objects.requireNonNull(levels.body(id).region()))
            .orElse(place.length() > COUNTY ? place.substring(0, COUNTY) : place);
    HandDown part =
        parts.computeIfAbsent(new Key(fromId, region), k -> part(k, below.orElse(fromId)));
    UUID received = part.receipt().executingId();
    return received == null ? part.terms().departmentId() : received;
  }

  private HandDown part(Key key, UUID departmentId) {
    TaskTerms terms = task.terms();
    HandDown part =
        HandDown.of(
            Ids.next(),
            new Terms(
                task.id(),
                terms.authorityId(),
                key.fromId(),
                key.regionCode(),
                departmentId,
                key.fromId().equals(terms.departmentId()),
                now));
    added.add(part);
    return part;
  }

  /** Parts that have gone down since. */
  public List<HandDown> added() {
    return List.copyOf(added);
  }

  private static Key key(Terms terms) {
    return new Key(terms.fromId(), terms.regionCode());
  }
}

package cn.sunlot.registry.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds targets that share a key, among a million and a half, without comparing each with each: of
 * every key a number is kept, and those are sorted. Two keys may have the same number by chance;
 * who takes the pairs compares them.
 */
public final class SharedKeys {

  /**
   * More than so many under one key are a chain of shops, and not the same thing many times over.
   */
  public static final int LARGEST_GROUP = 10;

  /** Targets are counted in the lower bits; the rest are the key's. */
  private static final int PLACE_BITS = 24;

  private static final long PLACES = (1L << PLACE_BITS) - 1;

  /** Two targets, by their places in the order in which they were added. */
  public record Pair(int first, int second) {}

  /** A kind of key: only within it are keys compared. */
  private enum Kind {
    FOLDED_CODE,
    ORGANISATION,
    OLD_NUMBER,
    NAME,
    NAME_AND_ADDRESS,
    NAME_AND_PERSON
  }

  private final long[][] keys = new long[Kind.values().length][1_024];
  private final int[] sizes = new int[Kind.values().length];
  private int targets;

  /** Adds the next target. */
  public void add(
      String unitId, String name, String region, String address, String responsiblePerson) {
    if (targets > PLACES) {
      throw new IllegalStateException("more targets than " + PLACES);
    }
    put(Kind.FOLDED_CODE, ComparableCode.folded(unitId));
    ComparableCode.organisation(unitId).ifPresent(code -> put(Kind.ORGANISATION, code));
    ComparableCode.oldNumber(unitId).ifPresent(number -> put(Kind.OLD_NUMBER, number));
    String known = region + "/" + ComparableName.of(name, region);
    put(Kind.NAME, known);
    if (!address.isEmpty()) {
      put(Kind.NAME_AND_ADDRESS, known + "/" + ComparableName.ofAddress(address, region));
    }
    if (!responsiblePerson.isEmpty()) {
      put(Kind.NAME_AND_PERSON, known + "/" + responsiblePerson);
    }
    targets++;
  }

  /** How many targets were added. */
  public int targets() {
    return targets;
  }

  /** Pairs that share a key, each once. */
  public List<Pair> pairs() {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (Kind kind : Kind.values()) {
      long[] sorted = Arrays.copyOf(keys[kind.ordinal()], sizes[kind.ordinal()]);
      Arrays.sort(sorted);
      int from = 0;
      for (int to = 1; to <= sorted.length; to++) {
        if (to == sorted.length || key(sorted[to]) != key(sorted[from])) {
          pair(Arrays.copyOfRange(sorted, from, to), pairs);
          from = to;
        }
      }
    }
    return List.copyOf(pairs);
  }

  private static void pair(long[] group, Set<Pair> pairs) {
    if (group.length > LARGEST_GROUP) {
      return;
    }
    for (int i = 0; i < group.length; i++) {
      for (int j = i + 1; j < group.length; j++) {
        pairs.add(new Pair((int) (group[i] & PLACES), (int) (group[j] & PLACES)));
      }
    }
  }

  private void put(Kind kind, String key) {
    int at = kind.ordinal();
    if (sizes[at] == keys[at].length) {
      keys[at] = Arrays.copyOf(keys[at], 2 * keys[at].length);
    }
    keys[at][sizes[at]++] = hash(key) << PLACE_BITS | targets;
  }

  private static long key(long packed) {
    return packed >>> PLACE_BITS;
  }

  /** FNV-1a of 64 bits, whose upper bits are stirred into those that are kept. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash ^ hash >>> 32;
  }
}

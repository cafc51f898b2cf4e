package cn.sunlot.draw.targets;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sorts records of equal width, held in flat arrays, by their first bytes, unsigned: one parallel
 * scatter by the first two bytes, then each bucket for itself. Hashes spread evenly, so buckets are
 * small; any input is sorted rightly.
 */
final class RecordSort {

  private static final int BUCKETS = 1 << 16;
  private static final int SMALL = 12;

  private final int width;
  private final int keyLength;
  private final byte[] out;

  private RecordSort(int width, int keyLength, int records) {
    this.width = width;
    this.keyLength = keyLength;
    this.out = new byte[Math.multiplyExact(records, width)];
  }

  /**
   * The records of all chunks in order.
   *
   * @param chunks whole records each
   * @param keyLength leading bytes that decide, at least 2
   */
  static byte[] sort(List<byte[]> chunks, int width, int keyLength) {
    int bytes = chunks.stream().mapToInt(chunk -> chunk.length).reduce(0, Math::addExact);
    int records = bytes / width;
    RecordSort sort = new RecordSort(width, keyLength, records);
    if (records < BUCKETS) {
      sort.join(chunks);
      sort.bucket(0, records);
    } else {
      int[] ends = sort.scatter(chunks);
      IntStream.range(0, BUCKETS)
          .parallel()
          .forEach(b -> sort.bucket(b == 0 ? 0 : ends[b - 1], ends[b]));
    }
    return sort.out;
  }

  /** Few records are not worth the buckets. */
  private void join(List<byte[]> chunks) {
    int at = 0;
    for (byte[] chunk : chunks) {
      System.arraycopy(chunk, 0, out, at, chunk.length);
      at += chunk.length;
    }
  }

  /** Moves records to their buckets; returns where each bucket ends. */
  private int[] scatter(List<byte[]> chunks) {
    int workers = Math.max(1, Math.min(chunks.size(), Runtime.getRuntime().availableProcessors()));
    int[][] next = new int[workers][];
    IntStream.range(0, workers).parallel().forEach(w -> next[w] = count(chunks, w, workers));
    int at = 0;
    for (int b = 0; b < BUCKETS; b++) {
      for (int[] starts : next) {
        int size = starts[b];
        starts[b] = at;
        at += size;
      }
    }
    IntStream.range(0, workers).parallel().forEach(w -> move(chunks, w, workers, next[w]));
    return next[workers - 1];
  }

  private int[] count(List<byte[]> chunks, int worker, int workers) {
    int[] counts = new int[BUCKETS];
    for (int c = worker; c < chunks.size(); c += workers) {
      byte[] chunk = chunks.get(c);
      for (int at = 0; at < chunk.length; at += width) {
        counts[bucketOf(chunk, at)]++;
      }
    }
    return counts;
  }

  private void move(List<byte[]> chunks, int worker, int workers, int[] next) {
    for (int c = worker; c < chunks.size(); c += workers) {
      byte[] chunk = chunks.get(c);
      for (int at = 0; at < chunk.length; at += width) {
        int to = next[bucketOf(chunk, at)]++;
        System.arraycopy(chunk, at, out, to * width, width);
      }
    }
  }

  private static int bucketOf(byte[] records, int at) {
    return (records[at] & 0xff) << 8 | records[at + 1] & 0xff;
  }

  private void bucket(int from, int to) {
    if (to - from > 1) {
      quick(from, to, new byte[width]);
    }
  }

  private void quick(int start, int end, byte[] pivot) {
    int from = start;
    int to = end;
    while (to - from > SMALL) {
      System.arraycopy(out, (from + (to - from) / 2) * width, pivot, 0, width);
      int left = from;
      int right = to - 1;
      while (left <= right) {
        while (compare(left, pivot) < 0) {
          left++;
        }
        while (compare(right, pivot) > 0) {
          right--;
        }
        if (left <= right) {
          swap(left++, right--);
        }
      }
      if (right - from < to - left) {
        quick(from, right + 1, pivot);
        from = left;
      } else {
        quick(left, to, pivot);
        to = right + 1;
      }
    }
    insertion(from, to, pivot);
  }

  private void insertion(int from, int to, byte[] moving) {
    for (int i = from + 1; i < to; i++) {
      System.arraycopy(out, i * width, moving, 0, width);
      int gap = i;
      while (gap > from && compare(gap - 1, moving) > 0) {
        gap--;
      }
      System.arraycopy(out, gap * width, out, (gap + 1) * width, (i - gap) * width);
      System.arraycopy(moving, 0, out, gap * width, width);
    }
  }

  private int compare(int index, byte[] key) {
    int at = index * width;
    return Arrays.compareUnsigned(out, at, at + keyLength, key, 0, keyLength);
  }

  private void swap(int a, int b) {
    for (int i = 0; i < width; i++) {
      byte kept = out[a * width + i];
      out[a * width + i] = out[b * width + i];
      out[b * width + i] = kept;
    }
  }
}

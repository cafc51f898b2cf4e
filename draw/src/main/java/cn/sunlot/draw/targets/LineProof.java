package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Suite;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * That a line stands in a list with a known Merkle root (RFC 6962): the hashes beside the way from
 * the line up to the root.
 *
 * @param index of the line, from 0
 * @param size lines of the list
 * @param path hashes in hex, from the line upwards
 */
public record LineProof(int index, int size, List<String> path) {

  public LineProof {
    path = List.copyOf(path);
  }

  /** The proof for a line of the frame. */
  public static LineProof of(Suite suite, Frame frame, int index) {
    return of(suite, frame.size(), frame::line, index);
  }

  /** The proof for a line of the exclusions. */
  public static LineProof of(Suite suite, Exclusions excluded, int index) {
    return of(suite, excluded.size(), excluded::line, index);
  }

  private static LineProof of(Suite suite, int size, IntFunction<String> lines, int index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no line " + index + " of " + size);
    }
    List<String> path = new ArrayList<>();
    int from = 0;
    int to = size;
    while (to - from > 1) {
      int split = from + Integer.highestOneBit(to - from - 1);
      boolean left = index < split;
      path.add(Names.hex(left ? root(suite, split, to, lines) : root(suite, from, split, lines)));
      from = left ? from : split;
      to = left ? split : to;
    }
    Collections.reverse(path);
    return new LineProof(index, size, path);
  }

  private static byte[] root(Suite suite, int from, int to, IntFunction<String> lines) {
    Merkle tree = new Merkle(suite);
    for (int i = from; i < to; i++) {
      byte[] line = lines.apply(i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      tree.add(line, 0, line.length);
    }
    return tree.root();
  }

  /** The root that the proof gives for a line, in hex; "" if the proof has not the right length. */
  public String root(Suite suite, String line) {
    byte[] hash = leaf(suite, line);
    int at = index;
    int last = size - 1;
    for (String beside : path) {
      if (last == 0) {
        return "";
      }
      byte[] other = Names.bytes32("path", beside);
      if (at % 2 == 1 || at == last) {
        hash = node(suite, other, hash);
        while (at % 2 == 0 && at != 0) {
          at /= 2;
          last /= 2;
        }
      } else {
        hash = node(suite, hash, other);
      }
      at /= 2;
      last /= 2;
    }
    return last == 0 ? Names.hex(hash) : "";
  }

  private static byte[] leaf(Suite suite, String line) {
    MessageDigest digest = suite.digest();
    digest.update((byte) 0);
    return digest.digest(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static byte[] node(Suite suite, byte[] left, byte[] right) {
    MessageDigest digest = suite.digest();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }
}

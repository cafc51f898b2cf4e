package cn.sunlot.translog.note;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.merkle.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log says of itself (C2SP tlog-checkpoint).
 *
 * @param origin which log
 * @param size number of entries
 * @param root root of the tree of this size
 * @param extensions further lines; a log of this product writes none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (size < 0 || !line(origin) || !extensions.stream().allMatch(Checkpoint::line)) {
      throw new IllegalArgumentException("no checkpoint: " + origin + " " + size + extensions);
    }
  }

  /** Without extensions. */
  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  /**
   * Reads the text of a note.
   *
   * @throws BadNote if it is no checkpoint; the line is named
   */
  public static Checkpoint parse(String text) {
    Lines lines = new Lines(text);
    String origin = lines.next();
    if (origin.isEmpty()) {
      throw new BadNote("checkpoint.empty-line", lines.number());
    }
    long size = lines.decimal("");
    String base64 = lines.next();
    Hash root = Hash.parse(lines.number(), base64);
    List<String> extensions = new ArrayList<>();
    while (lines.more()) {
      String extension = lines.next();
      if (extension.isEmpty()) {
        throw new BadNote("checkpoint.empty-line", lines.number());
      }
      extensions.add(extension);
    }
    return new Checkpoint(origin, size, root, extensions);
  }

  /** The text that is signed. */
  public String text() {
    StringBuilder text = new StringBuilder(origin + "\n" + size + "\n" + root + "\n");
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static boolean line(String text) {
    return !text.isEmpty() && text.chars().noneMatch(c -> c < ' ');
  }
}

package cn.sunlot.translog.note;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.merkle.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text whose lines all end in LF, read line by line. */
public final class Lines {

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");

  private final String text;
  private int at;
  private int number;

  /**
   * From the first line on.
   *
   * @throws BadNote if the last line does not end in LF
   */
  public Lines(String text) {
    this.text = text;
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new BadNote("note.no-lf", text.split("\n", -1).length);
    }
  }

  /** Whether there is another line. */
  public boolean more() {
    return at < text.length();
  }

  /**
   * The next line, without LF.
   *
   * @throws BadNote if there is none
   */
  public String next() {
    if (!more()) {
      throw new BadNote("note.ends-early", number + 1);
    }
    int end = text.indexOf('\n', at);
    String line = text.substring(at, end);
    at = end + 1;
    number++;
    return line;
  }

  /** Number of the line that was read last, from 1. */
  public int number() {
    return number;
  }

  /** All that was not read yet. */
  public String rest() {
    String rest = text.substring(at);
    at = text.length();
    return rest;
  }

  /** A line that is nothing but a decimal number, after what stands before it. */
  public long decimal(String before) {
    String line = next();
    if (line.startsWith(before)) {
      Matcher digits = NUMBER.matcher(line.substring(before.length()));
      if (digits.matches()) {
        try {
          return Long.parseLong(digits.group());
        } catch (NumberFormatException e) {
          throw new BadNote("note.number", number, line, before);
        }
      }
    }
    throw new BadNote("note.number", number, line, before);
  }

  /** Hashes in base64, one a line, up to an empty line, which is read as well. */
  public List<Hash> hashes(int most) {
    List<Hash> hashes = new ArrayList<>();
    for (String line = next(); !line.isEmpty(); line = next()) {
      if (hashes.size() == most) {
        throw new BadNote("note.many-hashes", number, most);
      }
      hashes.add(Hash.parse(number, line));
    }
    return hashes;
  }
}

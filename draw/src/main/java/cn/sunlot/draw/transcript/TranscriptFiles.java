package cn.sunlot.draw.transcript;

import cn.sunlot.draw.text.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of a transcript, from a folder or a zip that a stranger may have made: only names of
 * section 11, no links, no file twice, nothing larger than a limit once it is unpacked.
 */
public abstract class TranscriptFiles implements Closeable {

  public static final String COMMITMENT = "commitment.json";
  public static final String FRAME = "frame.csv.gz";
  public static final String EXCLUDED = "excluded.csv.gz";
  public static final String ROSTER = "roster.json";
  public static final String REVEALS = "reveals.json";
  public static final String RESULT = "result.json";
  public static final String OPENINGS = "openings.json";

  /** Keys of the log and of its witnesses. */
  public static final String LOG_KEYS = "log/keys.txt";

  /** What the log has of one step, in a folder named by the entry's number. */
  public static final List<String> STEP_FILES =
      List.of("entry.json", "payload.json", "salt.txt", "proof.tlog-proof", "consistency.txt");

  /**
   * Most bytes of JSON in all files together, unpacked: holds a result of a million units and its
   * openings.
   */
  public static final int MAX_JSON = 512 << 20;

  /** Most files in one transcript. */
  public static final int MAX_FILES = 20_000;

  private static final Pattern ROUND = Pattern.compile("rounds/[1-9][0-9]{0,7}\\.json");
  private static final Pattern STEP = Pattern.compile("log/(0|[1-9][0-9]{0,17})/([a-z.-]+)");

  private final SortedSet<String> names = new TreeSet<>();
  private int budget = MAX_JSON;

  TranscriptFiles() {}

  /**
   * Opens a transcript.
   *
   * @throws Refusal if a name is unknown, twice or not a plain file; the name is given
   * @throws IOException if it cannot be read at all
   */
  public static TranscriptFiles open(Path path) throws IOException {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        ? new FolderFiles(path)
        : ZipFiles.of(path);
  }

  /** File of a round's input. */
  public static String round(int r) {
    return "rounds/" + r + ".json";
  }

  /** File of a step, under {@code log/}. */
  public static String step(long number, String file) {
    return "log/" + number + "/" + file;
  }

  /** Whether there is anything of a log. */
  public boolean logged() {
    return names.stream().anyMatch(name -> name.startsWith("log/"));
  }

  /** Numbers of the steps under {@code log/}, in their order. */
  public SortedSet<Long> steps() {
    return names.stream()
        .map(STEP::matcher)
        .filter(Matcher::matches)
        .map(step -> Long.valueOf(step.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All names, sorted. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(names);
  }

  /** Number of round inputs. */
  public int rounds() {
    return (int) names.stream().filter(name -> name.startsWith("rounds/")).count();
  }

  void known(String name) {
    boolean plain =
        switch (name) {
          case COMMITMENT, FRAME, EXCLUDED, ROSTER, REVEALS, RESULT, OPENINGS, LOG_KEYS -> true;
          default -> ROUND.matcher(name).matches() || ofStep(name);
        };
    if (!plain) {
      throw Refusal.of("files.unknown", name);
    }
    if (!names.add(name)) {
      throw Refusal.of("files.twice", name);
    }
    if (names.size() > MAX_FILES) {
      throw Refusal.of("files.many", MAX_FILES);
    }
  }

  private static boolean ofStep(String name) {
    Matcher step = STEP.matcher(name);
    return step.matches() && STEP_FILES.contains(step.group(2));
  }

  /**
   * The bytes of a file as they stand there.
   *
   * @throws Refusal if there is no such file
   */
  public final InputStream stream(String name) throws IOException {
    if (!names.contains(name)) {
      throw Refusal.of("files.missing", name);
    }
    return raw(name);
  }

  /**
   * All bytes of a JSON file.
   *
   * @throws Refusal if there is no such file, or the files read so far exceed {@link #MAX_JSON}
   *     together
   */
  public final byte[] bytes(String name) throws IOException {
    try (InputStream in = stream(name)) {
      byte[] bytes = in.readNBytes(budget + 1);
      if (bytes.length > budget) {
        throw Refusal.of("files.large", name, MAX_JSON);
      }
      budget -= bytes.length;
      return bytes;
    }
  }

  /**
   * The text of a file.
   *
   * @throws Refusal as of {@link #bytes}, or if it is not UTF-8
   */
  public final String text(String name) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(name))).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of("files.utf8", name);
    }
  }

  abstract InputStream raw(String name) throws IOException;
}

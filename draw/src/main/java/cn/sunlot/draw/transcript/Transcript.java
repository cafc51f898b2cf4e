package cn.sunlot.draw.transcript;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Opening;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.targets.BadLine;
import cn.sunlot.draw.targets.Exclusions;
import cn.sunlot.draw.targets.Frame;
import cn.sunlot.draw.text.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A whole draw as it is published (section 11). Reading checks the form only; {@code Verifier}
 * checks the draw.
 *
 * @param commitment {@code commitment.json}
 * @param lists frame and exclusions, or the roster
 * @param reveals {@code reveals.json}
 * @param rounds inputs of the substitute rounds, {@code rounds/1.json} …
 * @param result {@code result.json}
 * @param openings {@code openings.json}
 * @param log the files under {@code log/} by their names; empty without a log
 */
public record Transcript(
    Commitment commitment,
    Lists lists,
    Reveals reveals,
    List<Json> rounds,
    Json result,
    List<Opening> openings,
    SortedMap<String, String> log) {

  public Transcript {
    rounds = List.copyOf(rounds);
    openings = List.copyOf(openings);
    log = Collections.unmodifiableSortedMap(new TreeMap<>(log));
  }

  /** A draw that is in no log. */
  public Transcript(
      Commitment commitment,
      Lists lists,
      Reveals reveals,
      List<Json> rounds,
      Json result,
      List<Opening> openings) {
    this(commitment, lists, reveals, rounds, result, openings, new TreeMap<>());
  }

  /** The same with what the log has of it. */
  public Transcript logged(SortedMap<String, String> files) {
    return new Transcript(commitment, lists, reveals, rounds, result, openings, files);
  }

  /** What is drawn from. */
  public sealed interface Lists {

    /** The lists of a draw of targets. */
    record Targets(Frame frame, Exclusions excluded) implements Lists {}

    /** The roster document of a matching of inspectors. */
    record Roster(Json document) implements Lists {}
  }

  /** Takes the files of a transcript one by one. */
  @FunctionalInterface
  private interface Sink {
    OutputStream file(String name) throws IOException;
  }

  /** Writes a zip; the same transcript always gives the same names in the same order. */
  public void writeZip(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    write(
        name -> {
          ZipEntry entry = new ZipEntry(name);
          entry.setTime(0);
          zip.putNextEntry(entry);
          return new Unclosed(zip);
        });
    zip.finish();
  }

  /** Writes the files into a folder, which must be empty or not exist. */
  public void writeFolder(Path folder) throws IOException {
    write(
        name -> {
          Path file = folder.resolve(name);
          Files.createDirectories(file.toAbsolutePath().getParent());
          return Files.newOutputStream(file);
        });
  }

  private void write(Sink sink) throws IOException {
    put(sink, TranscriptFiles.COMMITMENT, commitment.json());
    if (lists instanceof Lists.Targets targets) {
      try (OutputStream out = sink.file(TranscriptFiles.FRAME)) {
        targets.frame.writeCsv(out);
      }
      try (OutputStream out = sink.file(TranscriptFiles.EXCLUDED)) {
        targets.excluded.writeCsv(out);
      }
    } else if (lists instanceof Lists.Roster roster) {
      put(sink, TranscriptFiles.ROSTER, roster.document);
    }
    put(sink, TranscriptFiles.REVEALS, reveals.json());
    for (int r = 1; r <= rounds.size(); r++) {
      put(sink, TranscriptFiles.round(r), rounds.get(r - 1));
    }
    put(sink, TranscriptFiles.RESULT, result);
    put(sink, TranscriptFiles.OPENINGS, Json.array(openings.stream().map(Opening::json).toList()));
    for (Map.Entry<String, String> file : log.entrySet()) {
      try (OutputStream out = sink.file(file.getKey())) {
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void put(Sink sink, String name, Json document) throws IOException {
    try (OutputStream out = sink.file(name)) {
      out.write(Jcs.write(document));
    }
  }

  /**
   * Reads a folder or zip.
   *
   * @throws Refusal if a file is missing, unknown, malformed or not canonical
   */
  public static Transcript read(Path path, Suites suites) throws IOException {
    try (TranscriptFiles files = TranscriptFiles.open(path)) {
      Commitment commitment = Commitment.read(json(files, TranscriptFiles.COMMITMENT));
      List<Json> rounds = new ArrayList<>();
      for (int r = 1; r <= files.rounds(); r++) {
        rounds.add(json(files, TranscriptFiles.round(r)).value());
      }
      return new Transcript(
          commitment,
          lists(files, commitment, suites),
          Reveals.read(json(files, TranscriptFiles.REVEALS)),
          rounds,
          json(files, TranscriptFiles.RESULT).value(),
          openings(json(files, TranscriptFiles.OPENINGS)),
          log(files));
    }
  }

  private static SortedMap<String, String> log(TranscriptFiles files) throws IOException {
    SortedMap<String, String> log = new TreeMap<>();
    for (String name : files.names()) {
      if (name.startsWith("log/")) {
        log.put(name, files.text(name));
      }
    }
    return log;
  }

  /** Reads a canonical JSON file. */
  public static Node json(TranscriptFiles files, String name) throws IOException {
    return Node.root(Jcs.parse(files.bytes(name)));
  }

  /** Reads {@code openings.json}. */
  public static List<Opening> openings(Node node) {
    return node.items().stream().map(Opening::read).toList();
  }

  private static Lists lists(TranscriptFiles files, Commitment commitment, Suites suites)
      throws IOException {
    if (commitment.subject() instanceof Subject.Inspectors) {
      return new Lists.Roster(json(files, TranscriptFiles.ROSTER).value());
    }
    var suite = suites.get(commitment.suite());
    try (InputStream frame = files.stream(TranscriptFiles.FRAME);
        InputStream excluded = files.stream(TranscriptFiles.EXCLUDED)) {
      return new Lists.Targets(
          Frame.readCsv(suite, frame, Frame.MAX_SIZE),
          Exclusions.readCsv(suite, excluded, Frame.MAX_SIZE));
    } catch (BadLine e) {
      throw new Refusal(e.say());
    }
  }

  /** Lets each file be closed without closing the zip. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int off, int len) throws IOException {
      out.write(bytes, off, len);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}

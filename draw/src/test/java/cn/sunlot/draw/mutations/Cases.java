package cn.sunlot.draw.mutations;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Sample transcripts as zips in a folder, and {@code cases.json}, the list of their mutations. */
public final class Cases {

  private static final String LIST = "cases.json";

  private final Path folder;
  private final Verifier verifier;
  private final Path scratch;

  /**
   * Of a folder.
   *
   * @param scratch an empty folder to write transcripts into
   */
  public Cases(Path folder, Verifier verifier, Path scratch) {
    this.folder = folder;
    this.verifier = verifier;
    this.scratch = scratch;
  }

  /** The files of a sample. */
  public SortedMap<String, byte[]> sample(String name) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in =
        new ZipInputStream(Files.newInputStream(folder.resolve(name + ".zip")))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  /** All mutations of those files of a sample that are wanted. */
  public static List<Mutation> mutations(SortedMap<String, byte[]> files, Predicate<String> wanted)
      throws IOException {
    List<Mutation> all = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey();
      if (wanted.test(name)) {
        all.add(new Mutation("dropped", name, Op.FILE_DROP, "", Json.of("")));
        if (name.endsWith(".json")) {
          all.addAll(JsonMutations.of(name, file.getValue()));
        } else if (name.endsWith(".gz")) {
          all.addAll(ListMutations.of(name, file.getValue()));
        }
      }
    }
    return all;
  }

  /** Files that do not belong to a transcript, or not to this one. */
  public static List<Mutation> further(SortedMap<String, byte[]> files) {
    List<Mutation> all = new ArrayList<>();
    for (String name :
        List.of(
            "notes.txt",
            "Result.json",
            "rounds/01.json",
            "rounds/0.json",
            "rounds/9.json",
            "log/readme",
            files.containsKey("roster.json") ? "frame.csv.gz" : "roster.json")) {
      all.add(new Mutation("added", name, Op.FILE_PUT, "", Json.of("{}")));
    }
    return all;
  }

  /** What the verifier says of a mutation. */
  public Case run(String sample, Mutation mutation) throws IOException {
    Path transcript = scratch.resolve(sample);
    clear(transcript);
    for (Map.Entry<String, byte[]> file : mutation.of(sample(sample)).entrySet()) {
      Path path = transcript.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Report report = verifier.verify(transcript);
    return Case.of(sample, mutation, report);
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** The list as it stands in the folder. */
  public List<Case> list() throws IOException {
    Json list = Jcs.parseLoose(Files.readAllBytes(folder.resolve(LIST)));
    return Node.root(list).items().stream().map(Case::read).toList();
  }

  /** Writes the list, one case a line. */
  public void write(List<Case> cases) throws IOException {
    Files.writeString(
        folder.resolve(LIST),
        cases.stream()
            .map(c -> Jcs.text(c.json()))
            .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
  }

  /** Writes all cases with what came of them, for people to read. */
  public static void report(Path file, List<Case> cases) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    List<String> lines = new ArrayList<>();
    long free = cases.stream().filter(c -> c.why().isPresent()).count();
    lines.add(cases.size() - free + " mutations, each refused; " + free + " that no check finds");
    lines.add("sample\tfile\tat\twhat\tfound by\tall that fail\tfirst finding, or why none");
    cases.forEach(c -> lines.add(c.toString().replace("\n", "\\n")));
    Files.write(file, lines);
  }
}

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Sample transcripts as zips in a folder, and a list of their mutations. */
public final class Cases {

  private final Path samples;
  private final Path list;
  private final Verifier verifier;
  private final Path scratch;
  private final Map<String, SortedMap<String, byte[]>> known = new HashMap<>();

  /**
   * With these samples and mutations.
   *
   * @param samples folder of the samples, each a zip
   * @param list the file of the list
   * @param scratch an empty folder to write transcripts into
   */
  public Cases(Path samples, Path list, Verifier verifier, Path scratch) {
    this.samples = samples;
    this.list = list;
    this.verifier = verifier;
    this.scratch = scratch;
  }

  /** The files of a sample. */
  public SortedMap<String, byte[]> sample(String name) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in =
        new ZipInputStream(Files.newInputStream(samples.resolve(name + ".zip")))) {
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
        } else {
          all.addAll(TextMutations.of(name, file.getValue()));
        }
      }
    }
    return all;
  }

  /** A stratum of nobody, and files that do not belong to a transcript, or not to this one. */
  public static List<Mutation> further(SortedMap<String, byte[]> files) {
    List<Mutation> all = new ArrayList<>();
    if (files.containsKey("frame.csv.gz")) {
      Json nobody = Json.object().put("size", 0).put("count", 1).put("quota", 0).build();
      all.add(new Mutation("an empty stratum", "commitment.json", Op.PUT, "$.strata.zz", nobody));
    }
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
    SortedMap<String, byte[]> files = unpacked(sample);
    SortedMap<String, byte[]> changed = mutation.of(files);
    Path transcript = scratch.resolve(sample);
    String file = mutation.file();
    put(transcript.resolve(file), Optional.ofNullable(changed.get(file)));
    Report report = verifier.verify(transcript);
    put(transcript.resolve(file), Optional.ofNullable(files.get(file)));
    return Case.of(sample, mutation, report);
  }

  /** The files of a sample, which are written into the folder where its mutations are tried. */
  private SortedMap<String, byte[]> unpacked(String sample) throws IOException {
    SortedMap<String, byte[]> files = known.get(sample);
    if (files == null) {
      files = sample(sample);
      known.put(sample, files);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(scratch.resolve(sample).resolve(file.getKey()), Optional.of(file.getValue()));
      }
    }
    return files;
  }

  private static void put(Path file, Optional<byte[]> content) throws IOException {
    if (content.isPresent()) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, content.get());
    } else {
      Files.delete(file);
    }
  }

  /** The list as it stands in the folder. */
  public List<Case> list() throws IOException {
    Json all = Jcs.parseLoose(Files.readAllBytes(list));
    return Node.root(all).items().stream().map(Case::read).toList();
  }

  /** Writes the list, one case a line. */
  public void write(List<Case> cases) throws IOException {
    Files.createDirectories(list.toAbsolutePath().getParent());
    Files.writeString(
        list,
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

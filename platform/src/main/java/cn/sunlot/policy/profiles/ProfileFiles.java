package cn.sunlot.policy.profiles;

import cn.sunlot.policy.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All profile files together: who inherits from whom, and the profiles that come of it. */
public final class ProfileFiles {

  /**
   * A profile and the files it was made of.
   *
   * @param files in the order in which they were laid over each other; the profile's own is one of
   *     them
   */
  public record Made(Profile profile, List<ProfileFile> files) {

    public Made {
      files = List.copyOf(files);
    }
  }

  private final Map<String, ProfileFile> byId = new TreeMap<>();

  private ProfileFiles() {}

  /**
   * Reads files.
   *
   * @param texts the files by the names that messages give them
   * @throws ProfileFileProblem if one does not have the shape of a profile, or two have the same id
   */
  public static ProfileFiles read(Map<String, String> texts) {
    ProfileFiles files = new ProfileFiles();
    new TreeMap<>(texts)
        .forEach(
            (name, text) -> {
              ProfileFile file = ProfileReader.read(name, text);
              ProfileFile other = files.byId.put(file.id(), file);
              if (other != null) {
                throw new ProfileFileProblem(
                    name,
                    "id",
                    file.id(),
                    other.name() + " has the same id",
                    "Give each profile an id of its own.");
              }
            });
    return files;
  }

  /** Every profile, merged and typed. */
  public List<Made> list() {
    return byId.values().stream().map(file -> make(file, chain(file))).toList();
  }

  /**
   * A profile of files that were stored together.
   *
   * @param id the profile's id
   * @param texts the files in the order of the chain, by name
   */
  public static Profile restore(String id, Map<String, String> texts) {
    List<ProfileFile> chain =
        texts.entrySet().stream().map(e -> ProfileReader.read(e.getKey(), e.getValue())).toList();
    ProfileFile own =
        chain.stream()
            .filter(f -> f.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no file of profile " + id + " was stored"));
    return Layers.merge(own, chain);
  }

  private static Made make(ProfileFile own, List<ProfileFile> chain) {
    return new Made(Layers.merge(own, chain), chain);
  }

  private List<ProfileFile> chain(ProfileFile own) {
    Map<String, ProfileFile> chain = new LinkedHashMap<>();
    add(own, chain, List.of());
    return List.copyOf(chain.values());
  }

  /** What it inherits first, then the file, then what prevails over it. */
  private void add(ProfileFile file, Map<String, ProfileFile> chain, List<String> way) {
    if (way.contains(file.id())) {
      throw new ProfileFileProblem(
          file.name(),
          "inherits or superior",
          String.join(" > ", way) + " > " + file.id(),
          "a circle",
          "A profile can neither inherit from itself nor be its own superior.");
    }
    List<String> further = Stream.concat(way.stream(), Stream.of(file.id())).toList();
    if (file.content().inherits() != null) {
      add(find(file, "inherits", file.content().inherits()), chain, further);
    }
    chain.putIfAbsent(file.id(), file);
    if (file.content().superior() != null) {
      // Whom it inherits from as well is laid over it all the same.
      chain.remove(file.content().superior());
      add(find(file, "superior", file.content().superior()), chain, further);
    }
  }

  private ProfileFile find(ProfileFile from, String key, String id) {
    ProfileFile found = byId.get(id);
    if (found == null) {
      throw new ProfileFileProblem(
          from.name(),
          key,
          id,
          "no such profile",
          "Profiles that are there: " + byId.keySet() + ".");
    }
    return found;
  }
}

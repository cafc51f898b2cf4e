package cn.sunlot.cli.log;

import cn.sunlot.cli.Trouble;
import cn.sunlot.drawlog.LogEntry;
import cn.sunlot.drawlog.StepType;
import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Note;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.tiles.EntryBundle;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.Tiling;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * Copies a published log into a folder, with the paths that any web server can publish again. What
 * is there already is kept; a log that does not continue it is refused.
 */
public final class LogMirror {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MAX_FILE = 256 << 20;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String address;
  private final Path folder;

  /**
   * A mirror.
   *
   * @param address where {@code checkpoint} is, e.g. {@code https://example.gov.cn/log}
   */
  public LogMirror(String address, Path folder) {
    this.address = address.replaceFirst("/+$", "");
    this.folder = folder;
  }

  /**
   * Fetches what is missing, then the checkpoint.
   *
   * @param progress told the entries that are there
   * @return the checkpoint, under which the entries add up
   * @throws Trouble if they do not, or the log does not continue what the folder holds
   */
  public SignedCheckpoint run(LongConsumer progress) throws IOException, InterruptedException {
    SignedCheckpoint now = SignedCheckpoint.parse(demand("checkpoint"));
    long size = now.checkpoint().size();
    Optional<SignedCheckpoint> before = before();
    if (before.isPresent() && before.get().checkpoint().size() > size) {
      throw Trouble.of("mirror.shorter", size, before.get().checkpoint().size());
    }
    Frontier tree = new Frontier();
    TreeSet<String> draws = new TreeSet<>();
    for (long n = 0; n * Tile.WIDTH < size; n++) {
      Tile bundle = Tiling.in(size, Tile.ENTRIES, n);
      for (byte[] entry : EntryBundle.read(bundle, file(bundle))) {
        tree.append(Hash.leaf(entry));
        demandContinued(tree, before);
        payload(LogEntry.parse(entry), draws);
      }
      progress.accept(tree.size());
    }
    if (!tree.root().equals(now.checkpoint().root())) {
      throw Trouble.of("mirror.root", size, tree.root(), now.checkpoint().root());
    }
    for (Tile tile : Tiling.of(size)) {
      file(tile);
    }
    for (String draw : draws) {
      transcript(draw);
    }
    keep("key", demand("key"));
    keep("checkpoint", now.write());
    return now;
  }

  private static void demandContinued(Frontier tree, Optional<SignedCheckpoint> before) {
    before
        .map(SignedCheckpoint::checkpoint)
        .filter(c -> c.size() == tree.size() && !c.root().equals(tree.root()))
        .ifPresent(
            c -> {
              throw Trouble.of("mirror.other", c.size(), tree.root(), c.root());
            });
  }

  private Optional<SignedCheckpoint> before() throws IOException {
    Path file = folder.resolve("checkpoint");
    return Files.exists(file)
        ? Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file)))
        : Optional.empty();
  }

  /** A full tile never changes; a partial one is fetched under its own name. */
  private byte[] file(Tile tile) throws IOException, InterruptedException {
    Path kept = folder.resolve(tile.path());
    if (Files.exists(kept)) {
      return Files.readAllBytes(kept);
    }
    byte[] content = demand(tile.path());
    keep(tile.path(), content);
    return content;
  }

  private void payload(LogEntry entry, TreeSet<String> draws)
      throws IOException, InterruptedException {
    Optional<StepType> step = StepType.of(entry.type());
    String path = "payload/" + entry.seq() + ".json";
    if (step.isEmpty()) {
      return;
    }
    if (step.get() == StepType.DRAWN) {
      draws.add(entry.ref());
    }
    if (!Files.exists(folder.resolve(path))) {
      Optional<byte[]> content = find("payload/" + entry.seq());
      if (content.isPresent()) {
        keep(path, content.get());
      }
    }
  }

  /** A transcript may have grown by openings or rounds, so it is fetched every time. */
  private void transcript(String draw) throws IOException, InterruptedException {
    Optional<byte[]> zip = find("transcript/" + draw + ".zip");
    if (zip.isPresent()) {
      keep("transcript/" + draw + ".zip", zip.get());
    }
  }

  private void keep(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "fresh-", ".part");
    Files.write(fresh, content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] demand(String path) throws IOException, InterruptedException {
    return find(path).orElseThrow(() -> Trouble.of("mirror.missing", address + "/" + path));
  }

  private Optional<byte[]> find(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/" + path)).timeout(PATIENCE).build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      if (answer.statusCode() != OK) {
        throw Trouble.of("mirror.status", address + "/" + path, answer.statusCode());
      }
      int most = path.equals("checkpoint") ? Note.MAX_BYTES : MAX_FILE;
      byte[] content = body.readNBytes(most + 1);
      if (content.length > most) {
        throw Trouble.of("mirror.large", address + "/" + path, most);
      }
      return Optional.of(content);
    }
  }
}

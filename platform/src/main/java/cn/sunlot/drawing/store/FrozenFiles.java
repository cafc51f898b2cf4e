package cn.sunlot.drawing.store;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.matching.Roster;
import cn.sunlot.draw.targets.BadLine;
import cn.sunlot.draw.targets.Exclusions;
import cn.sunlot.draw.targets.Frame;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.LocalFile;
import cn.sunlot.kernel.secrets.Secrets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * What draws froze, as files: frame, exclusions, roster, and the order of a draw of inspectors,
 * sealed. That of targets is with {@link TargetOrders}.
 */
@Component
public class FrozenFiles {

  private final Files files;
  private final Secrets secrets;
  private final ObjectMapper json;

  FrozenFiles(Files files, Secrets secrets, ObjectMapper json) {
    this.files = files;
    this.secrets = secrets;
    this.json = json;
  }

  /** Stores the frame's binary file; gives its SHA-256. */
  public String store(Frame frame) {
    return store(frame::save);
  }

  /** Stores {@code excluded.csv.gz}; gives its SHA-256. */
  public String store(Exclusions excluded) {
    return store(
        file -> {
          try (OutputStream out = java.nio.file.Files.newOutputStream(file)) {
            excluded.writeCsv(out);
          }
        });
  }

  @FunctionalInterface
  private interface Saving {
    void to(Path file) throws IOException;
  }

  /** By a file, because a list of tokens may be too large for memory. */
  private String store(Saving saving) {
    try {
      Path folder = java.nio.file.Files.createTempDirectory("sunlot-frozen-");
      Path file = folder.resolve("list");
      try {
        saving.to(file);
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
          return files.store(in).sha256();
        }
      } finally {
        java.nio.file.Files.deleteIfExists(file);
        java.nio.file.Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stores {@code roster.json}; gives its SHA-256. */
  public String store(Roster roster) {
    return store(Jcs.write(roster.json()));
  }

  /** Stores the order of the draw of this name, sealed; gives the SHA-256 of the sealed bytes. */
  public String storeOrder(String ref, InspectorDrawOrder order) {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        json.writeValue(gzip, order);
      }
      return store(secrets.seal(orderOf(ref), packed.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String store(byte[] bytes) {
    try {
      return files.store(new ByteArrayInputStream(bytes)).sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The frame of a draw of targets. */
  public Frame openFrame(Draw draw) {
    try (LocalFile file = files.localCopy(Objects.requireNonNull(draw.frozen().frameFile()))) {
      return Frame.open(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exclusions of a draw of targets. */
  public Exclusions openExclusions(Draw draw, Suite suite) {
    try (InputStream in = files.open(Objects.requireNonNull(draw.frozen().excludedFile()))) {
      return Exclusions.readCsv(suite, in, draw.frozen().excludedSize());
    } catch (BadLine e) {
      throw new Refusal(e.say());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The roster document of a draw of inspectors. */
  public Json openRoster(Draw draw) {
    return Jcs.parse(read(Objects.requireNonNull(draw.frozen().rosterFile())));
  }

  public InspectorDrawOrder openInspectorOrder(Draw draw) {
    byte[] packed = secrets.open(orderOf(draw.ref()), read(draw.frozen().orderFile()));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return json.readValue(in, InspectorDrawOrder.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] read(String sha256) {
    try (InputStream in = files.open(sha256)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the seal of an order is bound to. */
  static String orderOf(String ref) {
    return "drawing/order/" + ref;
  }
}

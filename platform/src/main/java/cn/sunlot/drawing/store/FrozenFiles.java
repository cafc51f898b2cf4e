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
import cn.sunlot.drawing.Draws.TargetDrawOrder;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.LocalFile;
import cn.sunlot.kernel.secrets.Secrets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** What draws froze, as files: frame, exclusions, roster, and the order itself, sealed. */
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
    try {
      Path folder = java.nio.file.Files.createTempDirectory("sunlot-frame-");
      Path file = folder.resolve("frame");
      try {
        frame.save(file);
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

  /** Stores {@code excluded.csv.gz}; gives its SHA-256. */
  public String store(Exclusions excluded) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      excluded.writeCsv(out);
      return store(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stores {@code roster.json}; gives its SHA-256. */
  public String store(Roster roster) {
    return store(Jcs.write(roster.json()));
  }

  /** Stores the order of the draw of this name, sealed; gives the SHA-256 of the sealed bytes. */
  public String storeOrder(String ref, Object order) {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        json.writeValue(
            gzip, order instanceof InspectorDrawOrder roster ? PackedOrder.of(roster) : order);
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

  public TargetDrawOrder openTargetOrder(Draw draw) {
    return openOrder(draw, TargetDrawOrder.class);
  }

  public InspectorDrawOrder openInspectorOrder(Draw draw) {
    return openOrder(draw, PackedOrder.class).order();
  }

  private <T> T openOrder(Draw draw, Class<T> type) {
    byte[] packed = secrets.open(orderOf(draw.ref()), read(draw.frozen().orderFile()));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return json.readValue(in, type);
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

  private static String orderOf(String ref) {
    return "drawing/order/" + ref;
  }
}

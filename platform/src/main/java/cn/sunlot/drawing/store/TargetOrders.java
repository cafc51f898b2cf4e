package cn.sunlot.drawing.store;

import cn.sunlot.drawing.Draws.Excluded;
import cn.sunlot.drawing.Draws.TargetDrawHead;
import cn.sunlot.drawing.Draws.TargetPool;
import cn.sunlot.drawing.Draws.Unit;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.LocalFile;
import cn.sunlot.kernel.secrets.Secrets;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;

/**
 * Orders of draws of targets as sealed files: JSON with the units of the pool, written and read one
 * by one, because there may be millions. Orders from before they were sealed in parts can be read.
 */
@Component
public class TargetOrders {

  private static final String FRAME = "frame";
  private static final String EXCLUDED = "excluded";
  private static final int BUFFER = 1 << 16;

  private final Files files;
  private final Secrets secrets;
  private final ObjectMapper json;

  TargetOrders(Files files, Secrets secrets, ObjectMapper json) {
    this.files = files;
    this.secrets = secrets;
    this.json = json;
  }

  /**
   * Stores the order of the draw of this name.
   *
   * @return the SHA-256 of the sealed bytes
   */
  public String store(String ref, TargetDrawHead head, TargetPool pool) {
    try (LocalFile sealed = files.newLocal()) {
      try (OutputStream file = java.nio.file.Files.newOutputStream(sealed.path());
          OutputStream parts =
              new SealedParts.Writer(
                  secrets, FrozenFiles.orderOf(ref), new BufferedOutputStream(file, BUFFER));
          OutputStream packed = new FastGzip(parts);
          JsonGenerator out = json.createGenerator(packed)) {
        write(out, head, pool);
      }
      try (InputStream in = java.nio.file.Files.newInputStream(sealed.path())) {
        return files.store(in).sha256();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is sealed is read rarely: it need not be as small as it can be. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private void write(JsonGenerator out, TargetDrawHead head, TargetPool pool) {
    out.writeStartObject();
    out.writePOJOProperty("authorityId", head.authorityId());
    out.writePOJOProperty("departmentId", head.departmentId());
    out.writePOJOProperty("taskId", head.taskId());
    out.writeStringProperty("taskNumber", head.taskNumber());
    out.writePOJOProperty("profile", head.profile());
    out.writePOJOProperty("quotas", head.quotas());
    out.writeStringProperty("poolSnapshot", head.poolSnapshot());
    out.writeArrayPropertyStart(FRAME);
    pool.forEachUnit(out::writePOJO);
    out.writeEndArray();
    out.writeArrayPropertyStart(EXCLUDED);
    pool.forEachExcluded(out::writePOJO);
    out.writeEndArray();
    out.writeEndObject();
  }

  /** What an order says apart from its units. */
  public TargetDrawHead head(Draw draw) {
    Map<String, Object> members = new HashMap<>();
    read(
        draw,
        (name, in) -> {
          if (name.equals(FRAME) || name.equals(EXCLUDED)) {
            in.skipChildren();
          } else {
            members.put(name, in.readValueAs(Object.class));
          }
        });
    return json.convertValue(members, TargetDrawHead.class);
  }

  /** The units of an order; each look reads the file. */
  public TargetPool pool(Draw draw) {
    return new TargetPool() {
      @Override
      public void forEachUnit(Consumer<Unit> take) {
        forEach(draw, FRAME, Unit.class, take);
      }

      @Override
      public void forEachExcluded(Consumer<Excluded> take) {
        forEach(draw, EXCLUDED, Excluded.class, take);
      }
    };
  }

  private <T> void forEach(Draw draw, String array, Class<T> type, Consumer<T> take) {
    read(
        draw,
        (name, in) -> {
          if (!name.equals(array)) {
            in.skipChildren();
            return;
          }
          while (in.nextToken() != JsonToken.END_ARRAY) {
            take.accept(in.readValueAs(type));
          }
        });
  }

  @FunctionalInterface
  private interface Member {
    /** The parser stands at the member's value. */
    void read(String name, JsonParser in);
  }

  private void read(Draw draw, Member member) {
    try (InputStream file = files.open(draw.frozen().orderFile());
        InputStream packed = new GZIPInputStream(open(draw.ref(), file), BUFFER);
        JsonParser in = json.createParser(packed)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        in.nextToken();
        member.read(name, in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open(String ref, InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, BUFFER);
    in.mark(SealedParts.headLength());
    byte[] first = in.readNBytes(SealedParts.headLength());
    if (SealedParts.isBegunBy(first)) {
      return new SealedParts.Reader(secrets, FrozenFiles.orderOf(ref), in);
    }
    in.reset();
    return new ByteArrayInputStream(secrets.open(FrozenFiles.orderOf(ref), in.readAllBytes()));
  }
}

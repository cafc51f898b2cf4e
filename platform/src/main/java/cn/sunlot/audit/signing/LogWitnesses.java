package cn.sunlot.audit.signing;

import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.VerifierKey;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bodies that watch the log, each with its key and address ({@code sunlot.log.witnesses}: key,
 * blank, address; separated by commas).
 */
@Component
public class LogWitnesses {

  /**
   * A witness.
   *
   * @param key its key for cosignatures
   * @param address where {@code add-checkpoint} is, without the slash before it
   */
  public record Watcher(VerifierKey key, URI address) {}

  private final List<Watcher> list;

  public LogWitnesses(@Value("${sunlot.log.witnesses:}") String configured) {
    list =
        Arrays.stream(configured.split(",", -1))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(LogWitnesses::read)
            .toList();
  }

  private static Watcher read(String text) {
    String[] parts = text.split("\\s+", -1);
    if (parts.length != 2 || !parts[1].matches("https?://\\S+")) {
      throw new IllegalArgumentException(
          "sunlot.log.witnesses: '%s' is not a key, a blank and an address (https://…)"
              .formatted(text));
    }
    VerifierKey key = VerifierKey.parse(parts[0]);
    if (key.type() != KeyType.COSIGNATURE) {
      throw new IllegalArgumentException(
          "sunlot.log.witnesses: %s is no key of a witness (type 0x04)".formatted(parts[0]));
    }
    return new Watcher(key, URI.create(parts[1].replaceFirst("/+$", "")));
  }

  public List<Watcher> list() {
    return list;
  }

  public List<VerifierKey> keys() {
    return list.stream().map(Watcher::key).toList();
  }
}

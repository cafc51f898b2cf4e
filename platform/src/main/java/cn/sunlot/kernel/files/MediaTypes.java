package cn.sunlot.kernel.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file is by its first bytes; its name and what the browser says do not count. */
public final class MediaTypes {

  public static final Set<String> PICTURES =
      Set.of("image/jpeg", "image/png", "image/webp", "image/heic");
  public static final Set<String> VIDEOS = Set.of("video/mp4", "video/quicktime", "video/webm");
  public static final Set<String> SOUNDS =
      Set.of("audio/mpeg", "audio/mp4", "audio/wav", "audio/ogg");

  private static final int HEAD = 32;

  private static final Map<String, String> BRANDS =
      Map.ofEntries(
          Map.entry("heic", "image/heic"),
          Map.entry("heix", "image/heic"),
          Map.entry("mif1", "image/heic"),
          Map.entry("M4A ", "audio/mp4"),
          Map.entry("qt  ", "video/quicktime"),
          Map.entry("isom", "video/mp4"),
          Map.entry("iso2", "video/mp4"),
          Map.entry("iso5", "video/mp4"),
          Map.entry("iso6", "video/mp4"),
          Map.entry("mp41", "video/mp4"),
          Map.entry("mp42", "video/mp4"),
          Map.entry("avc1", "video/mp4"),
          Map.entry("M4V ", "video/mp4"),
          Map.entry("3gp4", "video/mp4"),
          Map.entry("3gp5", "video/mp4"));

  private MediaTypes() {}

  /** The media type of what a stream begins with; the stream is left at its begin. */
  public static Optional<String> find(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return find(head);
  }

  /** The media type of a file that begins like this, if it is one that a record may hold. */
  public static Optional<String> find(byte[] head) {
    String text = new String(head, ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (text.startsWith("%PDF-")) {
      return Optional.of("application/pdf");
    }
    if (text.startsWith("\u001aE\u00df\u00a3")) {
      return Optional.of("video/webm");
    }
    if (text.startsWith("RIFF")) {
      return riff(text);
    }
    if (text.startsWith("OggS")) {
      return Optional.of("audio/ogg");
    }
    if (text.startsWith("ID3") || text.startsWith("\u00ff\u00fb")) {
      return Optional.of("audio/mpeg");
    }
    return text.startsWith("ftyp", 4) && text.length() >= 12
        ? Optional.ofNullable(BRANDS.get(text.substring(8, 12)))
        : Optional.empty();
  }

  private static Optional<String> riff(String text) {
    if (text.startsWith("WEBP", 8)) {
      return Optional.of("image/webp");
    }
    return text.startsWith("WAVE", 8) ? Optional.of("audio/wav") : Optional.empty();
  }
}

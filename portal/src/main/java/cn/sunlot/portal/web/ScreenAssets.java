package cn.sunlot.portal.web;

import cn.sunlot.screen.ScreenFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Style and script of the draw screen, the same as in the back office, and the script that fills in
 * the code of a line; addresses as of {@link Assets}.
 */
@Controller
class ScreenAssets {

  private static final CacheControl FOR_A_YEAR =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final byte[] style = ScreenFiles.style();
  private final byte[] script = ScreenFiles.script();
  private final byte[] line = read("/portal/static/line.js");
  private final String lineAddress = "/line.js?v=" + digest(line);
  private final String styleAddress = "/screen.css?v=" + digest(style);
  private final String scriptAddress = "/screen.js?v=" + digest(script);

  public String getLine() {
    return lineAddress;
  }

  public String getStyle() {
    return styleAddress;
  }

  public String getScript() {
    return scriptAddress;
  }

  @GetMapping("/screen.css")
  ResponseEntity<byte[]> style() {
    return file(style, "text/css;charset=utf-8");
  }

  @GetMapping("/screen.js")
  ResponseEntity<byte[]> script() {
    return file(script, "text/javascript;charset=utf-8");
  }

  @GetMapping("/line.js")
  ResponseEntity<byte[]> line() {
    return file(line, "text/javascript;charset=utf-8");
  }

  private static byte[] read(String resource) {
    try (InputStream in = ScreenAssets.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ResponseEntity<byte[]> file(byte[] content, String type) {
    return ResponseEntity.ok()
        .cacheControl(FOR_A_YEAR)
        .contentType(MediaType.parseMediaType(type))
        .body(content);
  }

  private static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

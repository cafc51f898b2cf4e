package cn.sunlot.portal.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Style, pictures and scripts; their addresses change with their content, so they are kept for a
 * year.
 */
@Controller
public class Assets {

  private static final String FOLDER = "/portal/static/";

  /** Scripts of the pages that have one. */
  private static final List<String> ISLANDS =
      List.of("glass", "hash", "keep", "receipt", "witness");

  private static final CacheControl FOR_A_YEAR =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final byte[] style = read("portal.css");
  private final byte[] icon = read("favicon.svg");
  private final Map<String, byte[]> islands = readIslands();
  private final String islandVersion = digest(islands);
  private final String styleAddress = "/portal.css?v=" + digest(style);
  private final String iconAddress = "/favicon.svg?v=" + digest(icon);

  /** Address of a script; scripts load each other from the same folder. */
  public String island(String name) {
    return "/island/" + islandVersion + "/" + name + ".js";
  }

  public String getStyle() {
    return styleAddress;
  }

  public String getIcon() {
    return iconAddress;
  }

  @GetMapping("/portal.css")
  ResponseEntity<byte[]> style() {
    return file(style, "text/css;charset=utf-8");
  }

  @GetMapping("/island/{version}/{name}.js")
  ResponseEntity<byte[]> island(@PathVariable String version, @PathVariable String name) {
    byte[] script = islands.get(name);
    if (script == null || !version.equals(islandVersion)) {
      throw new NotThere();
    }
    return file(script, "text/javascript;charset=utf-8");
  }

  @GetMapping("/favicon.svg")
  ResponseEntity<byte[]> icon() {
    return file(icon, "image/svg+xml");
  }

  @GetMapping("/robots.txt")
  ResponseEntity<String> robots() {
    // Lists in every filter and order would be the same rows again and again.
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .body("User-agent: *\nDisallow: /results?\n");
  }

  static ResponseEntity<byte[]> file(byte[] content, String type) {
    return ResponseEntity.ok()
        .cacheControl(FOR_A_YEAR)
        .contentType(MediaType.parseMediaType(type))
        .body(content);
  }

  private static Map<String, byte[]> readIslands() {
    Map<String, byte[]> scripts = new TreeMap<>();
    ISLANDS.forEach(name -> scripts.put(name, read("island/" + name + ".js")));
    return scripts;
  }

  private static String digest(Map<String, byte[]> all) {
    ByteArrayOutputStream together = new ByteArrayOutputStream();
    all.values().forEach(together::writeBytes);
    return digest(together.toByteArray());
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + FOLDER + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package cn.sunlot.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Style and script of the screen, for whoever serves them. */
public final class ScreenFiles {

  private ScreenFiles() {}

  public static byte[] style() {
    return read("screen.css");
  }

  public static byte[] script() {
    return read("screen.js");
  }

  private static byte[] read(String name) {
    try (InputStream in = ScreenFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package cn.sunlot.e2e;

import cn.sunlot.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The command line repeats a draw from its transcript.
 *
 * @param code of the program's end
 * @param printed on the screen
 */
record Verification(int code, String printed) {

  private static final Pattern TOKEN = Pattern.compile("(\")([0-9a-f])([0-9a-f]{63}\")");

  /** Runs {@code sunlot verify} on a file. */
  static Verification of(Path transcript) {
    var out = new ByteArrayOutputStream();
    var screen = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        Main.run(
            new ByteArrayInputStream(new byte[0]),
            screen,
            screen,
            Clock.systemUTC(),
            "verify",
            transcript.toString());
    return new Verification(code, out.toString(StandardCharsets.UTF_8));
  }

  /** The same transcript with another digit in the first token of its result. */
  static Path tamper(Path transcript, Path forged) throws IOException {
    try (var in = new ZipInputStream(Files.newInputStream(transcript));
        var out = new ZipOutputStream(Files.newOutputStream(forged))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().endsWith("result.json") ? changed(content) : content);
        out.closeEntry();
      }
    }
    return forged;
  }

  private static byte[] changed(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    String other =
        TOKEN
            .matcher(text)
            .replaceFirst(
                found ->
                    found.group(1) + (found.group(2).equals("0") ? "1" : "0") + found.group(3));
    if (other.equals(text)) {
      throw new IllegalStateException("the result holds no token: " + text);
    }
    return other.getBytes(StandardCharsets.UTF_8);
  }
}

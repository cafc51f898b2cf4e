package cn.sunlot.cli;

import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Runs the program as a user would, in one folder. */
final class Terminal {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T08:00:00.5Z"), ZoneOffset.UTC);

  private final Path folder;

  Terminal(Path folder) {
    this.folder = folder;
  }

  /** Exit code and what was printed. */
  record Run(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  Run run(String... args) {
    return typing("", args);
  }

  Run typing(String typed, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    int code =
        Main.run(
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            CLOCK,
            args);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  String write(String name, String text) throws IOException {
    return write(name, text, StandardCharsets.UTF_8);
  }

  String write(String name, String text, Charset charset) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(charset));
    return path(name);
  }

  String workbook(String name, String csv) throws IOException {
    List<List<String>> rows = csv.lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
    try (OutputStream out = Files.newOutputStream(folder.resolve(name));
        SheetWriter sheet =
            SheetWriter.xlsx(out, "名单", rows.get(0).stream().map(Heading::of).toList())) {
      for (List<String> row : rows.subList(1, rows.size())) {
        sheet.row(row);
      }
    }
    return path(name);
  }

  /** Unpacks a transcript into a folder beside it. */
  Path unpacked(String zip, String to) throws IOException {
    Path target = folder.resolve(to);
    Files.createDirectories(target);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(folder.resolve(zip)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.write(target.resolve(entry.getName()), in.readAllBytes());
      }
    }
    return target;
  }
}

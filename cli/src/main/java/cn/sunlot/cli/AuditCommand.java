package cn.sunlot.cli;

import cn.sunlot.cli.log.AuditReport;
import cn.sunlot.cli.log.DatabaseAudit;
import cn.sunlot.cli.log.FolderAudit;
import cn.sunlot.cli.log.LogMirror;
import cn.sunlot.translog.Unsound;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code sunlot audit}: recomputes a whole log, from what is published, from the database, or both
 * against each other.
 */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

  private static final String PASSWORD = "SUNLOT_DB_PASSWORD";

  private final Console console;

  @Option(names = "--log", paramLabel = "URL|DIR")
  @Nullable String log;

  @Option(names = "--database", paramLabel = "JDBC-URL")
  @Nullable String database;

  @Option(names = "--user", paramLabel = "NAME")
  @Nullable String user;

  @Option(names = "--checkpoint", paramLabel = "FILE")
  List<Path> checkpoints = List.of();

  @Option(names = "--log-key", paramLabel = "KEY")
  List<String> logKeys = List.of();

  @Option(names = "--witness-key", paramLabel = "KEY")
  List<String> witnessKeys = List.of();

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (log == null && database == null) {
      throw Trouble.of("audit.what");
    }
    try {
      Map<String, SignedCheckpoint> kept = new LinkedHashMap<>();
      for (Path file : checkpoints) {
        kept.put(file.toString(), SignedCheckpoint.parse(Files.readAllBytes(file)));
      }
      List<VerifierKey> keys = logKeys.stream().map(VerifierKey::parse).toList();
      List<VerifierKey> witnesses = witnessKeys.stream().map(VerifierKey::parse).toList();
      boolean clean = true;
      if (log != null) {
        clean = published(log, keys, witnesses, kept);
      }
      if (database != null) {
        clean &= database(database, keys, witnesses, kept);
      }
      console.say(clean ? "audit.clean" : "audit.unclean");
      return clean ? 0 : 1;
    } catch (Unsound e) {
      throw new Trouble(List.of(words -> e.in(words.locale())));
    }
  }

  /** Audits what is published; its checkpoint is one that the database must agree with. */
  private boolean published(
      String where,
      List<VerifierKey> keys,
      List<VerifierKey> witnesses,
      Map<String, SignedCheckpoint> kept)
      throws IOException, InterruptedException {
    if (!where.matches("https?://.*")) {
      return folder(Path.of(where), where, keys, witnesses, kept);
    }
    Path copy = Files.createTempDirectory("sunlot-log-");
    try {
      new LogMirror(where, copy).run(size -> {});
      return folder(copy, where, keys, witnesses, kept);
    } finally {
      remove(copy);
    }
  }

  private boolean folder(
      Path folder,
      String where,
      List<VerifierKey> keys,
      List<VerifierKey> witnesses,
      Map<String, SignedCheckpoint> kept)
      throws IOException {
    console.say("audit.published", where);
    boolean clean = print(new FolderAudit(Console.suites(), keys, witnesses, kept).run(folder));
    kept.put(where, SignedCheckpoint.parse(Files.readAllBytes(folder.resolve("checkpoint"))));
    return clean;
  }

  private boolean database(
      String url,
      List<VerifierKey> keys,
      List<VerifierKey> witnesses,
      Map<String, SignedCheckpoint> kept) {
    console.say("audit.database", url.replaceFirst("\\?.*", ""));
    String password = System.getenv(PASSWORD);
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      return print(new DatabaseAudit(Console.suites(), keys, witnesses, kept).run(connection));
    } catch (SQLException e) {
      throw Trouble.of("audit.sql", String.valueOf(e.getMessage()), PASSWORD);
    }
  }

  private boolean print(AuditReport report) {
    report.notes().forEach(note -> console.line("  " + note.in(console.words())));
    report.findings().forEach(finding -> console.line("✗ " + finding.in(console.words())));
    if (report.more() > 0) {
      console.line("✗ " + console.words().say("audit.more", report.more()));
    }
    return report.clean();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}

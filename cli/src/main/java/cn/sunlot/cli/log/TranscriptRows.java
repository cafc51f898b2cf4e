package cn.sunlot.cli.log;

import cn.sunlot.cli.Message;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import cn.sunlot.drawlog.TranscriptLogCheck;
import cn.sunlot.translog.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The published transcripts: each is recomputed, and every drawn draw has one. */
final class TranscriptRows {

  private static final String ROWS =
      """
      SELECT d.ref, c.hash, t.content, t.logged FROM drawing.draw d
      JOIN drawing.commitment c ON c.draw_id = d.id
      JOIN drawing.outcome o ON o.draw_id = d.id AND o.r = 0
      LEFT JOIN publicity.transcript t ON t.draw_id = d.id ORDER BY d.ref
      """;

  private final Suites suites;
  private final List<VerifierKey> keys;
  private final AuditReport report;
  private int unlogged;

  TranscriptRows(Suites suites, List<VerifierKey> keys, AuditReport report) {
    this.suites = suites;
    this.keys = keys;
    this.report = report;
  }

  void read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1);
      try (ResultSet row = statement.executeQuery(ROWS)) {
        while (row.next()) {
          read(row.getString(1), row.getString(2), row.getBytes(3), row.getBoolean(4));
        }
      }
    }
    if (unlogged > 0) {
      report.note("audit.transcripts-unlogged", unlogged);
    }
  }

  private void read(String ref, String hash, byte @Nullable [] zip, boolean logged) {
    if (zip == null) {
      report.fail("audit.no-transcript", ref);
      return;
    }
    if (!logged) {
      unlogged++;
    }
    Report found = verify(hash, zip, logged);
    found
        .findings()
        .forEach(
            finding ->
                report.fail(
                    "audit.transcript", ref, (Message) words -> finding.in(words.locale())));
  }

  private Report verify(String hash, byte[] zip, boolean logged) {
    try {
      Path file = Files.createTempFile("sunlot-transcript-", ".zip");
      try {
        Files.write(file, zip);
        Verifier verifier = Verifier.of(suites).expecting(hash);
        TranscriptLogCheck log = TranscriptLogCheck.of(suites).signedBy(keys);
        return (logged ? verifier.withLog(log) : verifier).verify(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

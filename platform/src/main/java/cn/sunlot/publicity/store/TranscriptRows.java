package cn.sunlot.publicity.store;

import cn.sunlot.kernel.files.WorkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transcripts as the public downloads them. That of a city has a hundred megabytes and goes through
 * a file, so that the memory it takes does not grow with it.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class TranscriptRows {

  private static final String ADD =
      "INSERT INTO publicity.transcript (draw_id, content, sha256, logged) VALUES (?, ?, ?, ?)";

  private final JdbcOperations statements;
  private final WorkFolder work;

  TranscriptRows(JdbcOperations statements, WorkFolder work) {
    this.statements = statements;
    this.work = work;
  }

  /** Writes a transcript as a zip; gives false where there is none. */
  @FunctionalInterface
  public interface Zip {
    boolean write(OutputStream to) throws IOException;
  }

  /**
   * Adds the transcript of a draw that has none, if there is one to be added.
   *
   * @param logged whether it has all steps with their proofs
   */
  public void add(UUID drawId, boolean logged, Zip zip) {
    try {
      Path file = Files.createTempFile(work.path(), "transcript-", ".zip");
      try {
        MessageDigest digest = sha256();
        boolean written;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
          written = zip.write(out);
        }
        if (written) {
          add(drawId, logged, file, HexFormat.of().formatHex(digest.digest()));
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(UUID drawId, boolean logged, Path file, String sha256) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      long size = Files.size(file);
      statements.execute(
          ADD, (PreparedStatement add) -> run(add, drawId, logged, content, size, sha256));
    }
  }

  private static int run(
      PreparedStatement add,
      UUID drawId,
      boolean logged,
      InputStream content,
      long size,
      String sha256)
      throws SQLException {
    add.setObject(1, drawId);
    add.setBinaryStream(2, content, size);
    add.setString(3, sha256);
    add.setBoolean(4, logged);
    return add.executeUpdate();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

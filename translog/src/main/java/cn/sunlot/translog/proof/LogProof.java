package cn.sunlot.translog.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.Inclusion;
import cn.sunlot.translog.note.Lines;
import cn.sunlot.translog.note.Note;
import cn.sunlot.translog.note.NoteSignature;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.VerifierKey;
import java.util.List;
import java.util.Map;

/**
 * A file {@code .tlog-proof}: an entry is in the log, without asking anybody.
 *
 * @param extra base64 of whatever an application adds; not authenticated. "" where there is none
 * @param index of the entry
 * @param path inclusion proof, from the leaf up
 * @param checkpoint a checkpoint that covers the entry
 */
public record LogProof(String extra, long index, List<Hash> path, SignedCheckpoint checkpoint) {

  private static final String HEAD = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final int MAX_PATH = 63;

  public LogProof {
    path = List.copyOf(path);
    if (index < 0) {
      throw new IllegalArgumentException("no index: " + index);
    }
  }

  /** Without extra data. */
  public LogProof(long index, List<Hash> path, SignedCheckpoint checkpoint) {
    this("", index, path, checkpoint);
  }

  /**
   * Reads a file; nothing in it is to be believed before {@link #verify}.
   *
   * @throws BadNote if it is not written as it must be; the line is named
   */
  public static LogProof parse(byte[] utf8) {
    String file = Note.decode(utf8);
    Lines lines = new Lines(file);
    if (!lines.next().equals(HEAD)) {
      throw new BadNote("proof.head", HEAD);
    }
    String extra = "";
    if (file.startsWith(HEAD + "\n" + EXTRA)) {
      extra = lines.next().substring(EXTRA.length());
      if (!extra.matches("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
          || extra.isEmpty()) {
        throw new BadNote("proof.extra", lines.number(), extra);
      }
    }
    long index = lines.decimal("index ");
    List<Hash> path = lines.hashes(MAX_PATH);
    SignedCheckpoint checkpoint = SignedCheckpoint.parse(lines.rest().getBytes(UTF_8));
    return new LogProof(extra, index, path, checkpoint);
  }

  /** The bytes of the file. */
  public byte[] write() {
    StringBuilder out = new StringBuilder(HEAD + "\n");
    if (!extra.isEmpty()) {
      out.append(EXTRA).append(extra).append('\n');
    }
    out.append("index ").append(index).append('\n');
    path.forEach(hash -> out.append(hash).append('\n'));
    return out.append('\n').append(checkpoint.note()).toString().getBytes(UTF_8);
  }

  /**
   * Checks that the leaf is in the log.
   *
   * @return the cosignatures that hold, by witness
   * @throws cn.sunlot.translog.BadSignature if the checkpoint is not signed as the policy demands
   * @throws cn.sunlot.translog.BadProof if the path does not lead from leaf to root
   */
  public Map<VerifierKey, NoteSignature> verify(Hash leaf, Policy policy) {
    Map<VerifierKey, NoteSignature> cosigned = policy.check(checkpoint);
    long size = checkpoint.checkpoint().size();
    Inclusion.verify(path, index, leaf, size, checkpoint.checkpoint().root());
    return cosigned;
  }
}

package cn.sunlot.drawing.usecase;

import cn.sunlot.audit.PublicLog;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.drawlog.WholeLog;
import cn.sunlot.translog.BadTile;
import cn.sunlot.translog.note.SignedCheckpoint;
import java.util.List;
import java.util.Optional;

/** The whole log as the public site shows it, read in pieces from where the platform keeps it. */
final class PublishedLog implements WholeLog {

  private static final int AT_ONCE = 1000;

  private final PublicLog log;
  private final SignedCheckpoint checkpoint;
  private long from;
  private List<byte[]> piece = List.of();

  PublishedLog(PublicLog log, SignedCheckpoint checkpoint) {
    this.log = log;
    this.checkpoint = checkpoint;
  }

  @Override
  public SignedCheckpoint checkpoint() {
    return checkpoint;
  }

  @Override
  public byte[] entry(long seq) {
    if (seq < from || seq >= from + piece.size()) {
      from = seq;
      piece = log.listEntries(seq, AT_ONCE);
    }
    if (piece.isEmpty()) {
      throw new BadTile("tile.missing", String.valueOf(seq));
    }
    return piece.get((int) (seq - from));
  }

  @Override
  public Optional<Payload> payload(long seq) {
    return log.findPublicPayload(seq)
        .map(p -> new Payload(Jcs.parse(p.payload()), Names.hex(p.salt())));
  }
}

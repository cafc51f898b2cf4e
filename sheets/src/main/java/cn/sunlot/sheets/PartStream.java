package cn.sunlot.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * One part of a workbook while it unpacks: counts what comes out, and stops a part that grows out
 * of proportion, a single token that never ends, and a part whose checksum is wrong.
 */
final class PartStream extends FilterInputStream {

  /** More than the longest cell takes when every character of it is written as a number. */
  static final long MAX_TOKEN_BYTES = 4L << 20;

  private static final long RATIO_FROM = 1L << 20;

  private final String part;
  private final long packedBytes;
  private final long expectedCrc;
  private final InflationBudget budget;
  private final CRC32 crc = new CRC32();
  private long bytes;
  private long tokenBytes;

  PartStream(
      String part, InputStream in, long packedBytes, long expectedCrc, InflationBudget budget) {
    super(in);
    this.part = part;
    this.packedBytes = packedBytes;
    this.expectedCrc = expectedCrc;
    this.budget = budget;
  }

  /** A new token begins: it may take its own share of bytes. */
  void beginToken() {
    tokenBytes = 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count < 0) {
      if (expectedCrc >= 0 && crc.getValue() != expectedCrc) {
        throw Problem.ofFile(Code.DAMAGED, part).refused();
      }
      return count;
    }
    crc.update(buffer, offset, count);
    bytes += count;
    tokenBytes += count;
    budget.spend(count);
    if (bytes > RATIO_FROM && bytes / Math.max(1, packedBytes) >= budget.ratio()) {
      throw Problem.ofFile(Code.INFLATION_RATIO, part, budget.ratio()).refused();
    }
    if (tokenBytes > MAX_TOKEN_BYTES) {
      throw Problem.ofFile(Code.XML_ABUSE, part, "单个节点过大", "a single node is too large").refused();
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return read(new byte[(int) Math.min(8192, Math.max(0, count))]);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}

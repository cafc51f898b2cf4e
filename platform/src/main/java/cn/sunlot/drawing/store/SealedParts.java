package cn.sunlot.drawing.store;

import cn.sunlot.kernel.secrets.Secrets;
import cn.sunlot.kernel.secrets.Secrets.SealBroken;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Bytes of any length, sealed part by part: each part is bound to its place and to whether it is
 * the last, so that none can be moved, left out or cut off. Neither side holds more than a part.
 */
final class SealedParts {

  /** No sealed value begins like this, see {@link Secrets#looksSealed}. */
  private static final byte[] MAGIC = {'S', 'L', 'P', 'A', 'R', 'T', 'S', '1'};

  private static final int PART = 1 << 20;
  private static final int MOST_SEALED = PART + 1_024;

  private SealedParts() {}

  /** Whether these first bytes are those of parts. */
  static boolean isBegunBy(byte[] first) {
    return Arrays.equals(first, 0, Math.min(MAGIC.length, first.length), MAGIC, 0, MAGIC.length);
  }

  /** How many first bytes tell. */
  static int headLength() {
    return MAGIC.length;
  }

  private static String words(String what, long number, boolean last) {
    return what + "/" + number + (last ? "/last" : "");
  }

  /** Seals what is written to it; closing it writes the last part. */
  static final class Writer extends OutputStream {

    private final Secrets secrets;
    private final String what;
    private final DataOutputStream out;
    private final byte[] part = new byte[PART];
    private int filled;
    private long number;
    private boolean ended;

    Writer(Secrets secrets, String what, OutputStream out) throws IOException {
      this.secrets = secrets;
      this.what = what;
      this.out = new DataOutputStream(out);
      this.out.write(MAGIC);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int from = offset, left = length; left > 0; ) {
        if (filled == PART) {
          // Only now it is known that this is not the last one.
          end(false);
        }
        int some = Math.min(left, PART - filled);
        System.arraycopy(bytes, from, part, filled, some);
        filled += some;
        from += some;
        left -= some;
      }
    }

    private void end(boolean last) throws IOException {
      byte[] sealed = secrets.seal(words(what, number, last), Arrays.copyOf(part, filled));
      out.writeByte(last ? 1 : 0);
      out.writeInt(sealed.length);
      out.write(sealed);
      number++;
      filled = 0;
    }

    @Override
    public void close() throws IOException {
      if (!ended) {
        ended = true;
        end(true);
        out.close();
      }
    }
  }

  /** Opens parts, after their first bytes were read. */
  static final class Reader extends InputStream {

    private final Secrets secrets;
    private final String what;
    private final DataInputStream in;
    private InputStream part = new ByteArrayInputStream(new byte[0]);
    private long number;
    private boolean ended;

    Reader(Secrets secrets, String what, InputStream in) {
      this.secrets = secrets;
      this.what = what;
      this.in = new DataInputStream(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      while (true) {
        int some = part.read(to, offset, length);
        if (some >= 0 || ended) {
          return some;
        }
        next();
      }
    }

    /**
     * The next part.
     *
     * @throws SealBroken if it is not the one that belongs here
     */
    private void next() throws IOException {
      try {
        boolean last = in.readByte() == 1;
        int length = in.readInt();
        if (length < 0 || length > MOST_SEALED) {
          throw new IOException("no part of a sealed order has " + length + " bytes");
        }
        part =
            new ByteArrayInputStream(
                secrets.open(words(what, number, last), in.readNBytes(length)));
        number++;
        ended = last;
      } catch (EOFException cut) {
        throw new IOException("the sealed order is cut off after part " + number, cut);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}

package cn.sunlot.sheets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the characters of a text file are written, found by reading it once.
 *
 * @param charset the encoding
 * @param bomBytes how many bytes at the start mark it and are no content
 */
record Encoding(Charset charset, int bomBytes) {

  private static final Charset GB18030 = Charset.forName("GB18030");

  static Encoding detect(Path path) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      in.mark(4);
      byte[] head = in.readNBytes(3);
      if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
        return new Encoding(StandardCharsets.UTF_16LE, 2);
      }
      if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
        return new Encoding(StandardCharsets.UTF_16BE, 2);
      }
      boolean marked =
          head.length == 3
              && (head[0] & 0xFF) == 0xEF
              && (head[1] & 0xFF) == 0xBB
              && (head[2] & 0xFF) == 0xBF;
      if (!marked) {
        in.reset();
      }
      return new Scan().read(in).verdict(marked);
    }
  }

  /** Counts which bytes make sense as UTF-8 and which as no text at all. */
  private static final class Scan {
    private long lines = 1;
    private long bytes;
    private long controls;
    private boolean zero;
    private long characters;
    private long wrong;
    private long firstWrongLine;
    private int pending;
    private int lowest = 0x80;
    private int highest = 0xBF;

    Scan read(InputStream in) throws IOException {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          take(buffer[i] & 0xFF);
        }
        bytes += n;
      }
      if (pending > 0) {
        wrong();
      }
      return this;
    }

    private void take(int b) {
      if (pending > 0) {
        if (b >= lowest && b <= highest) {
          lowest = 0x80;
          highest = 0xBF;
          if (--pending == 0) {
            characters++;
          }
          return;
        }
        wrong();
      }
      if (b < 0x80) {
        ascii(b);
      } else {
        lead(b);
      }
    }

    private void ascii(int b) {
      if (b == '\n') {
        lines++;
      } else if (b == 0) {
        zero = true;
      } else if (b < 0x20 && b != '\t' && b != '\r' && b != '\f' && b != 0x1A) {
        controls++;
      }
    }

    /** The first byte of a longer character: how many follow, and which the next may be. */
    private void lead(int b) {
      lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
      highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
      if (b >= 0xC2 && b <= 0xDF) {
        pending = 1;
      } else if (b >= 0xE0 && b <= 0xEF) {
        pending = 2;
      } else if (b >= 0xF0 && b <= 0xF4) {
        pending = 3;
      } else {
        wrong();
      }
    }

    private void wrong() {
      pending = 0;
      lowest = 0x80;
      highest = 0xBF;
      if (wrong++ == 0) {
        firstWrongLine = lines;
      }
    }

    Encoding verdict(boolean marked) {
      if (zero || controls * 100 > bytes) {
        throw XlsxBook.notASheet("二进制文件", "a binary file");
      }
      if (wrong == 0) {
        return new Encoding(StandardCharsets.UTF_8, marked ? 3 : 0);
      }
      // Chinese in GB18030 looks like UTF-8 in about one pair of bytes out of four. Where UTF-8
      // fits better than that, it is UTF-8 with broken bytes; reading it otherwise gives nonsense.
      if (marked || characters >= wrong) {
        throw Problem.ofRow(Code.ENCODING, firstWrongLine, "UTF-8").refused();
      }
      return new Encoding(GB18030, 0);
    }
  }
}

package cn.sunlot.screen;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A text as a QR code for an inline picture, which needs neither script nor style.
 *
 * @param size modules on each side, the quiet zone with them
 * @param path the dark modules
 */
public record QrCode(int size, String path) {

  private static final int QUIET = 2;

  /** On paper, among other black things, as the standard wants it. */
  private static final int WHITE = 4;

  private static final int SCALE = 6;

  /** The code of a text. */
  public static QrCode of(String text) {
    var code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new QrCode(code.size + 2 * QUIET, path.toString());
  }

  /** The code of a text as a picture for papers, {@value #SCALE} dots a module. */
  public static byte[] png(String text) {
    var code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
    int side = (code.size + 2 * WHITE) * SCALE;
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = code.getModule(x / SCALE - WHITE, y / SCALE - WHITE);
        picture.setRGB(x, y, dark ? 0x000000 : 0xffffff);
      }
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

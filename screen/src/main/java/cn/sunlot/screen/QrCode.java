package cn.sunlot.screen;

/**
 * A text as a QR code for an inline picture, which needs neither script nor style.
 *
 * @param size modules on each side, the quiet zone with them
 * @param path the dark modules
 */
public record QrCode(int size, String path) {

  private static final int QUIET = 2;

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
}

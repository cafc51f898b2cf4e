package cn.sunlot.app.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Drawn pictures in place of photos: nothing in the demo is real, and nobody shall think so. */
final class DemoPhoto {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 640;
  private static final Color NIGHT = new Color(0x10, 0x32, 0x3a);
  private static final Color TEAL = new Color(0x0c, 0x5d, 0x65);
  private static final Color SUN = new Color(0xf2, 0xa7, 0x3b);
  private static final Color WALL = new Color(0xe6, 0xe3, 0xda);
  private static final Color GROUND = new Color(0xb9, 0xc2, 0xbd);

  /** Something to draw. */
  @FunctionalInterface
  private interface Scene {
    void paint(Graphics2D to);
  }

  private DemoPhoto() {}

  /** The gate of a works; no two neighbours look the same. */
  static byte[] gate(int number) {
    return jpeg(
        to -> {
          sky(to);
          for (int hall = 0; hall < 3; hall++) {
            int left = 60 + hall * 290;
            int top = 230 + (number * 37 + hall * 53) % 110;
            to.setColor(hall % 2 == 0 ? WALL : WALL.darker());
            to.fillRect(left, top, 260, 470 - top);
            to.setColor(TEAL);
            for (int window = 0; window < 4; window++) {
              to.fillRect(left + 24 + window * 58, top + 36, 36, 48);
            }
          }
          to.setColor(NIGHT);
          to.fillRect(330, 400, 16, 130);
          to.fillRect(614, 400, 16, 130);
          to.fillRect(330, 384, 300, 30);
        });
  }

  /** The room of a public draw: a screen and people before it. */
  static byte[] room() {
    return jpeg(
        to -> {
          to.setColor(WALL);
          to.fillRect(0, 0, WIDTH, HEIGHT);
          to.setColor(NIGHT);
          to.fillRoundRect(250, 70, 460, 270, 16, 16);
          to.setColor(SUN);
          to.fillArc(430, 220, 100, 100, 0, 180);
          to.setColor(GROUND);
          to.fillRect(0, 470, WIDTH, 170);
          to.setColor(TEAL);
          for (int seat = 0; seat < 4; seat++) {
            to.fillOval(170 + seat * 170, 380, 76, 76);
            to.fillRoundRect(150 + seat * 170, 460, 116, 150, 60, 60);
          }
        });
  }

  private static void sky(Graphics2D to) {
    to.setPaint(new GradientPaint(0, 0, new Color(0xa9, 0xc9, 0xd2), 0, 420, Color.WHITE));
    to.fillRect(0, 0, WIDTH, HEIGHT);
    to.setColor(SUN);
    to.fillOval(760, 60, 90, 90);
    to.setColor(GROUND);
    to.fillRect(0, 470, WIDTH, 170);
  }

  private static byte[] jpeg(Scene scene) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = picture.createGraphics();
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    scene.paint(to);
    to.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

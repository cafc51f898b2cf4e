package cn.sunlot.cli;

import cn.sunlot.draw.Suites;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** Where a command reads and prints, in which language, and its clock and randomness. */
public final class Console {

  private final BufferedReader in;
  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;
  private final SecureRandom random;
  private final Words words;

  /** A console in this language. */
  Console(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Clock clock,
      SecureRandom random,
      Words words) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.random = random;
    this.words = words;
  }

  /** The suites that this program computes. */
  static Suites suites() {
    return Suites.withSm3(SM3.Digest::new);
  }

  Words words() {
    return words;
  }

  Clock clock() {
    return clock;
  }

  SecureRandom random() {
    return random;
  }

  void line(String text) {
    out.println(text);
  }

  void say(String key, Object... args) {
    out.println(words.say(key, args));
  }

  void complain(Message message) {
    err.println(message.in(words));
  }

  /**
   * Asks for a line.
   *
   * @throws Trouble if the input has ended
   */
  String ask(String key, Object... args) {
    out.print(words.say(key, args) + " ");
    out.flush();
    try {
      String line = in.readLine();
      if (line == null) {
        throw Trouble.of("ask.ended", Message.of(key, args));
      }
      return line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package cn.sunlot.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A running bureau and its people, each at a desk with a window of their own. */
final class Office implements AutoCloseable {

  private final Program program;
  private final Chromium chromium;
  private final Pictures pictures;
  private final String password;
  private final Map<String, Desk> desks = new HashMap<>();

  private Office(Program program, Pictures pictures, String password) {
    this.program = program;
    this.chromium = new Chromium();
    this.pictures = pictures;
    this.password = password;
  }

  /** The bureau of a demo of its own; axe looks at every step. */
  static Office demo(Path folder) throws IOException, InterruptedException {
    Program program = Program.demo(folder);
    return new Office(program, pictures("demo", true), program.password());
  }

  /** The bureau of the demo that others look at too; axe looks at every step. */
  static Office commonDemo() throws IOException, InterruptedException {
    Program program = Program.commonDemo();
    return new Office(program, pictures("phone", true), program.password());
  }

  /**
   * A bureau that nobody has set up yet.
   *
   * @param password that everybody will have
   * @param axe whether it looks at every step
   */
  static Office empty(Path folder, String password, boolean axe)
      throws IOException, InterruptedException {
    return new Office(Program.empty(folder), pictures("new", axe), password);
  }

  /** The same with further settings. */
  static Office empty(Path folder, String password, Map<String, String> settings)
      throws IOException, InterruptedException {
    return new Office(Program.empty(folder, settings), pictures("keycloak", true), password);
  }

  private static Pictures pictures(String name, boolean axe) {
    Path folder = Path.of(System.getProperty("sunlot.pictures")).resolve(name);
    return axe ? Pictures.looking(folder) : Pictures.only(folder);
  }

  /** Somebody's desk; who comes to it for the first time signs in. */
  Desk desk(String login) {
    return desks.computeIfAbsent(login, this::signIn);
  }

  private Desk signIn(String login) {
    return Desk.signIn(chromium.desktop(), program.console(), login, password, pictures);
  }

  /** A second window of somebody, as small as a phone's. */
  Desk phone(String login) {
    return Desk.signIn(chromium.phone(), program.console(), login, password, pictures);
  }

  /** A window of nobody in particular, at the back office's door. */
  Page door() {
    Page page = chromium.desktop().newPage();
    page.navigate(program.console());
    return page;
  }

  /** Anybody outside, with a browser that runs no scripts. */
  Citizen citizen() {
    BrowserContext window = chromium.withoutScripts();
    return new Citizen(window.newPage(), program.portal(), pictures);
  }

  /** Anybody outside who verifies a draw in the own browser. */
  BrowserVerifier verifier() {
    return new BrowserVerifier(chromium.desktop().newPage());
  }

  Program program() {
    return program;
  }

  Pictures pictures() {
    return pictures;
  }

  String password() {
    return password;
  }

  @Override
  public void close() {
    desks.forEach((login, desk) -> pictures.last(desk.page(), login));
    chromium.close();
    program.close();
  }
}

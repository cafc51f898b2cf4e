package cn.sunlot.app;

import cn.sunlot.app.demo.DemoPerson;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the window shows when everything answers. */
final class Welcome {

  private Welcome() {}

  /**
   * The text.
   *
   * @param platformPort where the back office answers, empty where it does not run
   * @param portalPort where the public site answers, empty where it does not run
   * @param setUpCode the code for the first administrators, on an empty platform
   */
  static String text(
      Settings settings,
      Optional<Integer> platformPort,
      Optional<Integer> portalPort,
      Optional<String> setUpCode) {
    var text = new StringBuilder("\nSunlot · 阳光双随机\n\n");
    platformPort.ifPresent(port -> line(text, "后台 Back office", address(port)));
    portalPort.ifPresent(port -> line(text, "公示 Public site", address(port)));
    line(text, "数据 Data", settings.data().toString());
    if (settings.demo() && platformPort.isPresent()) {
      text.append(accounts());
    }
    setUpCode.ifPresent(
        code ->
            text.append(
                """

                  尚未初始化。请打开后台，用下面的初始化码设立单位和三类管理员。
                  Not set up yet. Open the back office and use this code to make the first administrators.

                    %s
                """
                    .formatted(code)));
    return text.toString();
  }

  private static String address(int port) {
    return "http://localhost:" + port + "/";
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  ").append(padded(label, 18)).append(value).append('\n');
  }

  private static String accounts() {
    String rows =
        Arrays.stream(DemoPerson.values())
            .map(
                p ->
                    "    "
                        + padded(p.login(), 15)
                        + padded(p.person(), 8)
                        + padded(p.post(), 26)
                        + p.first())
            .collect(Collectors.joining("\n"));
    return "\n  演示账号 Demo accounts, 密码 password: %s\n\n%s\n".formatted(DemoPerson.PASSWORD, rows);
  }

  /** A Chinese character is two columns wide in a terminal. */
  private static String padded(String text, int columns) {
    int wide = text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
    return text + " ".repeat(Math.max(1, columns - wide));
  }
}

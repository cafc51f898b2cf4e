package cn.sunlot.app;

/** What the window shows when everything answers. */
final class Welcome {

  private Welcome() {}

  static String text(Settings settings, int platformPort) {
    return """

        Sunlot · 阳光双随机
          后台 Back office   http://localhost:%d/
          数据 Data          %s
        """
        .formatted(platformPort, settings.data());
  }
}

package cn.sunlot.e2e;

import com.microsoft.playwright.BrowserContext;

/** How a person looks at the back office: on which screen, in which language. */
enum Look {
  DESKTOP("desktop-zh", 1440, "zh-CN"),
  DESKTOP_ENGLISH("desktop-en", 1440, "en"),
  PHONE("phone-zh", 390, "zh-CN"),
  PHONE_ENGLISH("phone-en", 390, "en");

  private final String folder;
  private final int width;
  private final String language;

  Look(String folder, int width, String language) {
    this.folder = folder;
    this.width = width;
    this.language = language;
  }

  /** Name of the folder of its pictures. */
  String folder() {
    return folder;
  }

  /** Of the screen, in CSS pixels. */
  int width() {
    return width;
  }

  /** A window of this kind, its language chosen as the console remembers it. */
  BrowserContext window(Chromium chromium) {
    BrowserContext window = this.width < 500 ? chromium.phone() : chromium.desktop();
    window.addInitScript("localStorage.setItem('sunlot.locale', '\"" + language + "\"')");
    return window;
  }
}

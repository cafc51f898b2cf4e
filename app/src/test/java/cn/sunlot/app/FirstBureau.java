package cn.sunlot.app;

import java.util.regex.Pattern;

/** What is typed on the page of an empty program. */
final class FirstBureau {

  static final String PASSWORD = "three unrelated words";
  static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}(-[A-Z2-9]{4}){4}");

  private FirstBureau() {}

  /** A bureau with its three administrators, by the code that the window shows. */
  static String setUp(String said) {
    var shown = CODE.matcher(said);
    if (!shown.find()) {
      throw new IllegalStateException("no code in:\n" + said);
    }
    return """
        {"code": "%s",
         "authority": {"name": "某市工业和信息化局", "kind": "bureau", "region": "370300",
                       "profileId": "zibo_miit"},
         "systemAdministrator": %s, "securityAdministrator": %s, "auditAdministrator": %s}
        """
        .formatted(
            shown.group(),
            administrator("sysadmin"),
            administrator("secadmin"),
            administrator("auditadmin"));
  }

  private static String administrator(String login) {
    return "{\"name\":\"管理员\",\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, PASSWORD);
  }
}

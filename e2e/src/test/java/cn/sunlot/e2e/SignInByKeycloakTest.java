package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way in by a real Keycloak, in a browser, for which it is another site. */
@Tag("deep")
class SignInByKeycloakTest {

  private static final String NAME = "市统一认证";

  @TempDir private Path folder;

  @Test
  void people_come_in_by_keycloak_as_whom_they_are_bound_to_and_leave_there_too() throws Exception {
    try (Keycloak keycloak = Keycloak.start(folder);
        Office office =
            Office.empty(
                folder,
                "correct-horse-battery",
                Map.of(
                    "SUNLOT_OIDC_ISSUER",
                    keycloak.issuer(),
                    "SUNLOT_OIDC_CLIENT_ID",
                    Keycloak.CLIENT,
                    "SUNLOT_OIDC_CLIENT_SECRET",
                    Keycloak.SECRET,
                    "SUNLOT_OIDC_NAME",
                    NAME,
                    "SUNLOT_PASSWORD_SIGN_IN",
                    "administrators"))) {
      new SetUp(office).run("示范市工业和信息化局");
      Personnel personnel = new Personnel(office);
      personnel.addSection("节能科", "");
      personnel.add("李晓雯", "li.xiaowen", "节能科", "section-officer");
      String id = keycloak.add("li.xiaowen");
      keycloak.add("nobody.here");

      Page page = office.door();
      assertThat(page.locator("a.provider")).hasText("用" + NAME + "登录");
      assertThat(page.locator("#password")).hasCount(0);
      office.pictures().take(page, "login-by-provider");
      enter(page, "li.xiaowen");
      assertThat(page.locator(".shell h1")).isVisible();
      page.navigate(office.program().console() + "plans");
      assertThat(page.locator("main h1").first()).containsText("计划");
      office.pictures().take(page, "in-by-provider");

      leave(page);
      page.locator("a.provider").click();
      assertThat(page.locator("#kc-form-login, #username")).not().hasCount(0);

      keycloak.rename(id, "li.renamed");
      enter(office.door(), "li.renamed", ".shell h1");
      String other = keycloak.add("li.xiaowen");
      Page refused = office.door();
      enter(refused, "li.xiaowen");
      assertThat(refused.locator(".problem")).containsText("已绑定统一身份认证中的另一个人");
      office.pictures().take(refused, "bound-to-another");
      keycloak.rename(other, "li.other");

      Page unknown = office.door();
      enter(unknown, "nobody.here");
      assertThat(unknown.locator(".problem")).containsText("请系统管理员建立同名账号");
      Assertions.assertThat(office.pictures().barriers()).as("axe").isEmpty();
    }
  }

  private static void enter(Page page, String username, String shows) {
    enter(page, username);
    assertThat(page.locator(shows)).isVisible();
  }

  private static void enter(Page page, String username) {
    page.locator("a.provider").click();
    page.locator("#username").fill(username);
    page.locator("input[type=password]").fill(Keycloak.PASSWORD);
    page.locator("[type=submit]").first().click();
    page.waitForURL(Pattern.compile("http://localhost:.*"));
  }

  private static void leave(Page page) {
    page.locator("button.user").click();
    page.getByText("退出登录").last().click();
    page.waitForURL(Pattern.compile("http://localhost:[0-9]+/login.*"));
    assertThat(page.locator("a.provider")).isVisible();
  }
}

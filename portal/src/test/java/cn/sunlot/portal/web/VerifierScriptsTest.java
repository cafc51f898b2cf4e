package cn.sunlot.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.portal.web.VerifierScripts.Addresses;
import org.junit.jupiter.api.Test;

class VerifierScriptsTest {

  @Test
  void scriptsThatWereBuiltAreKeptForAYearUnderAddressesOfTheirContent() {
    VerifierScripts scripts = new VerifierScripts("/scripts/");
    Addresses addresses = scripts.addresses().orElseThrow();
    assertThat(addresses.page()).matches("/verify\\.js\\?v=[0-9a-f]{12}");
    assertThat(addresses.worker()).matches("/verify-worker\\.js\\?v=[0-9a-f]{12}");
    assertThat(addresses.page().substring(10)).isNotEqualTo(addresses.worker().substring(17));
    assertThat(scripts.page().getHeaders().getCacheControl()).contains("immutable");
    assertThat(scripts.worker().getHeaders().getContentType())
        .hasToString("text/javascript;charset=utf-8");
    assertThat(scripts.worker().getBody()).asString().contains("worker");
  }

  @Test
  void scriptsThatWereNotBuiltAreNotThere() {
    VerifierScripts scripts = new VerifierScripts("/nowhere/");
    assertThat(scripts.addresses()).isEmpty();
    assertThatThrownBy(scripts::page).isInstanceOf(NotThere.class);
    assertThatThrownBy(scripts::worker).isInstanceOf(NotThere.class);
  }
}

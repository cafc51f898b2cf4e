package cn.sunlot.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicSiteTest {

  @Test
  void pages_are_found_however_the_address_ends() {
    for (String set :
        new String[] {"https://ssj.example.gov.cn", " https://ssj.example.gov.cn// "}) {
      assertThat(new PublicSite(set).page("/log/entries/7"))
          .contains("https://ssj.example.gov.cn/log/entries/7");
    }
  }

  @Test
  void without_an_address_there_is_no_link() {
    assertThat(new PublicSite("").page("/log")).isEmpty();
  }
}

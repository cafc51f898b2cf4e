package cn.sunlot.kernel.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
class ConsolePagesTest {

  @Autowired private MockMvc web;

  @Test
  void the_start_is_the_console() throws Exception {
    web.perform(get("/")).andExpect(status().isOk()).andExpect(forwardedUrl("/index.html"));
  }

  @Test
  void an_address_of_a_page_is_answered_with_the_console_which_is_asked_for_anew_each_time()
      throws Exception {
    web.perform(get("/tasks/0190-12/draw"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("<title>console</title>")))
        .andExpect(header().string("Cache-Control", "no-cache"))
        .andExpect(header().exists("ETag"))
        .andExpect(header().doesNotExist("Last-Modified"));
  }

  @Test
  void a_file_named_by_its_content_is_kept_for_a_year() throws Exception {
    web.perform(get("/assets/index-abc123.js"))
        .andExpect(status().isOk())
        .andExpect(
            header()
                .string(
                    "Cache-Control",
                    allOf(containsString("max-age=31536000"), containsString("immutable"))));
  }

  @Test
  void a_file_that_is_not_there_is_not_the_console() throws Exception {
    web.perform(get("/assets/index-gone.js")).andExpect(status().isNotFound());
    web.perform(get("/logo.png")).andExpect(status().isNotFound());
  }
}

package cn.sunlot.organisation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.kernel.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Wrong secrets, wrong addresses and too many requests get no token. */
class ApiTokenRefusedTest extends OtherSystems {

  @Test
  void a_wrong_secret_is_refused_and_too_many_lock_the_client_for_a_while() throws Exception {
    Client client = add("items-read");
    Client wrong = new Client(client.id(), "slc_wrong");
    for (int i = 1; i < 5; i++) {
      ask(wrong)
          .andExpect(status().isUnauthorized())
          .andExpect(header().string("WWW-Authenticate", "Basic realm=\"api\""))
          .andExpect(jsonPath("$.error").value("invalid_client"))
          .andExpect(jsonPath("$.access_token").doesNotExist());
    }
    ask(wrong)
        .andExpect(status().isTooManyRequests())
        .andExpect(header().string("Retry-After", "60"))
        .andExpect(jsonPath("$.error").value("slow_down"));
    ask(client).andExpect(status().isTooManyRequests());
    security.read("/api/clients").andExpect(jsonPath("$[0].state").value("locked"));
    clock.advance(Duration.ofMinutes(15));
    ask(client).andExpect(status().isOk());
    as("auditadmin")
        .read("/api/audit/entries?ref=市一体化平台")
        .andExpect(
            jsonPath(
                "$.items[*].type",
                hasItems("api-token-refused", "api-token-given", "api-client-added")));
  }

  @Test
  void an_address_that_tries_out_clients_has_to_wait() throws Exception {
    Client good = add("items-read");
    String address = "10.7." + Math.floorMod(bureau.authorityId().hashCode(), 250) + ".9";
    for (int i = 0; i < 20; i++) {
      ask(new Client(Ids.next().toString(), "slc_x"), "", address)
          .andExpect(status().isUnauthorized());
    }
    ask(good, "", address).andExpect(status().isTooManyRequests());
    ask(good, "", "10.8.8.8").andExpect(status().isOk());
    clock.advance(Duration.ofMinutes(11));
    ask(good, "", address).andExpect(status().isOk());
  }

  @Test
  void tokens_are_given_no_faster_than_they_are_needed() throws Exception {
    Client client = add("items-read");
    for (int i = 0; i < 30; i++) {
      ask(client).andExpect(status().isOk());
    }
    ask(client).andExpect(status().isTooManyRequests());
    clock.advance(Duration.ofMinutes(1));
    ask(client).andExpect(status().isOk());
  }

  @Test
  void a_client_comes_from_its_addresses_alone_and_a_header_changes_nothing() throws Exception {
    Map<String, Object> order = order("市一体化平台", "items-read");
    order.put("addresses", List.of("10.2.0.0/16", "2001:db8::7"));
    Client client = add(order);
    ask(client, "", "10.3.0.1")
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.error").value("invalid_client"));
    String token =
        Api.value(ask(client, "", "10.2.3.4").andExpect(status().isOk()), "$.access_token");
    from("10.2.9.9", null, token).andExpect(status().isOk());
    from("2001:db8:0:0:0:0:0:7", null, token).andExpect(status().isOk());
    from("10.3.0.1", null, token)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.api-address-wrong"))
        .andExpect(jsonPath("$.detail").value(containsString("10.3.0.1")));
    from("10.3.0.1", "10.2.9.9", token).andExpect(status().isForbidden());
    from("10.9.9.9", "10.2.9.9", token).andExpect(status().isOk());
    from("10.9.9.9", "10.2.9.9, 10.3.0.1", token).andExpect(status().isForbidden());
  }

  private ResultActions from(String address, @Nullable String forwarded, String token)
      throws Exception {
    MockHttpServletRequestBuilder request =
        get("/api/items")
            .header("Authorization", "Bearer " + token)
            .with(
                r -> {
                  r.setRemoteAddr(address);
                  return r;
                });
    return web.perform(forwarded == null ? request : request.header("X-Forwarded-For", forwarded));
  }
}

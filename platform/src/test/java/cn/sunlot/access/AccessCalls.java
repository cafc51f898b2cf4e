package cn.sunlot.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.sunlot.Bureau;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.story.Things;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Calls of every endpoint, with bodies as the description of the API asks for them. */
final class AccessCalls {

  private static final MockMultipartFile FILE =
      new MockMultipartFile("file", "a.jpg", "image/jpeg", new byte[] {-1, -40, -1});

  private final MockMvc web;
  private final ObjectMapper json;
  private final JsonNode document;

  AccessCalls(MockMvc web, ObjectMapper json, JsonNode document) {
    this.web = web;
    this.json = json;
    this.document = document;
  }

  /** Asks an endpoint for a thing of another, as a reader; gives the status of the answer. */
  int status(String endpoint, String kind, Things owned, SignedIn reader) throws Exception {
    String method = endpoint.substring(0, endpoint.indexOf(' '));
    String path = endpoint.substring(endpoint.indexOf(' ') + 1);
    String url = path.replaceFirst("\\{id}", owned.id(kind));
    url =
        url.replace("{number}", "1")
            .replace("{party}", "w1")
            .replaceAll("\\{[a-zA-Z]+}", UUID.nameUUIDFromBytes(new byte[] {7}).toString());
    JsonNode operation =
        document.at("/paths/" + path.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT));
    var call =
        (operation.at("/requestBody/content").has("multipart/form-data")
                ? multipart(url + "?kind=photo&party=operator&caption=").file(FILE)
                : request(
                    HttpMethod.valueOf(method),
                    url + (url.endsWith("comparison") ? "?from=1&to=1" : "")))
            .with(
                authentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                        reader, null, AuthorityUtils.NO_AUTHORITIES)))
            .with(csrf());
    if (!method.equals("GET")) {
      call.header("Idempotency-Key", UUID.randomUUID()).header("If-Match", "\"987654\"");
      JsonNode body = samples(owned).body(operation);
      if (body != null) {
        call.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(body));
      }
    }
    return web.perform(call).andReturn().getResponse().getStatus();
  }

  private Samples samples(Things owned) {
    Bureau office = owned.office();
    return new Samples(
        json,
        document,
        Map.of(
            "departmentId",
            office.section("节能科").id().toString(),
            "targetId",
            owned.id("targets"),
            "inspectorId",
            owned.id("inspectors"),
            "region",
            office.region(),
            "regionCode",
            office.region(),
            "password",
            "a long pass phrase",
            "functions",
            "regulation",
            "roles",
            "auditor",
            "sex",
            "female",
            "group",
            "K"));
  }
}

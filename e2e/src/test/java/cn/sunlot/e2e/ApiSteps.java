package cn.sunlot.e2e;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The same session's calls, for what a journey looks up, and for what no screen would send. */
final class ApiSteps {

  private final Page page;
  private final APIRequestContext requests;
  private final String console;

  ApiSteps(Page page, String console) {
    this.page = page;
    this.requests = page.request();
    this.console = console;
  }

  /** The object at a path, which starts after {@code /api/}. */
  JsonObject read(String path) {
    return object(requests.get(address(path)), path);
  }

  /** All rows of a short list. */
  List<JsonObject> list(String path) {
    String size = (path.contains("?") ? "&" : "?") + "size=100";
    return objects(read(path + size).getAsJsonArray("items"));
  }

  /** The problem that a command answers which must not be carried out. */
  JsonObject refused(String thing, String command) {
    APIResponse answer =
        requests.post(address(thing + "/" + command), headers(read(thing)).setData("{}"));
    if (answer.ok()) {
      throw new AssertionError(thing + "/" + command + " was carried out: " + answer.text());
    }
    return JsonParser.parseString(answer.text()).getAsJsonObject();
  }

  static List<JsonObject> objects(Iterable<JsonElement> array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private RequestOptions headers(JsonObject seen) {
    return RequestOptions.create()
        .setHeader("Content-Type", "application/json")
        .setHeader("X-XSRF-TOKEN", token())
        .setHeader("Idempotency-Key", UUID.randomUUID().toString())
        .setHeader("If-Match", "\"" + seen.get("version").getAsInt() + "\"");
  }

  private String token() {
    return page.context().cookies(console).stream()
        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElseThrow();
  }

  private String address(String path) {
    return console + "api/" + path;
  }

  private static JsonObject object(APIResponse answer, String path) {
    check(answer, path);
    return JsonParser.parseString(answer.text()).getAsJsonObject();
  }

  private static void check(APIResponse answer, String path) {
    if (!answer.ok()) {
      throw new AssertionError(path + " answered " + answer.status() + ": " + answer.text());
    }
  }
}

package cn.sunlot.e2e;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The same session's calls, for what a journey only prepares or looks up. */
final class ApiSteps {

  private static final Gson GSON = new Gson();

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

  byte[] download(String path) {
    APIResponse answer = requests.get(address(path));
    check(answer, path);
    return answer.body();
  }

  /** Makes something. */
  JsonObject make(String path, Object body) {
    return object(requests.post(address(path), options(null).setData(GSON.toJson(body))), path);
  }

  /** A command of the thing at a path, on its version of this moment. */
  JsonObject command(String thing, String command, @Nullable Object body) {
    RequestOptions options = options(read(thing));
    if (body != null) {
      options.setData(GSON.toJson(body));
    }
    String path = thing + "/" + command;
    return object(requests.post(address(path), options), path);
  }

  /** Sends a file along with a command of the thing at a path. */
  JsonObject upload(String thing, String command, FilePayload file) {
    RequestOptions options = headers(read(thing)).setMultipart(FormData.create().set("file", file));
    String path = thing + "/" + command;
    return object(requests.post(address(path), options), path);
  }

  static List<JsonObject> objects(Iterable<JsonElement> array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private RequestOptions options(@Nullable JsonObject seen) {
    return headers(seen).setHeader("Content-Type", "application/json");
  }

  private RequestOptions headers(@Nullable JsonObject seen) {
    RequestOptions options =
        RequestOptions.create()
            .setHeader("X-XSRF-TOKEN", token())
            .setHeader("Idempotency-Key", UUID.randomUUID().toString());
    return seen == null
        ? options
        : options.setHeader("If-Match", "\"" + seen.get("version").getAsInt() + "\"");
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

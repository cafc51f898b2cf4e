package cn.sunlot.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A real identity provider, as others run it, with one realm and one client. It is reached at
 * another host than the platform, so that a browser takes the two for different sites.
 */
final class Keycloak implements AutoCloseable {

  static final String CLIENT = "sunlot";
  static final String SECRET = "a-secret-of-the-client";
  static final String PASSWORD = "one plain password there";

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String ADMIN = "admin";
  private static final String REALM =
      """
      {"realm": "city", "enabled": true, "sslRequired": "none", "editUsernameAllowed": true,
       "internationalizationEnabled": true,
       "supportedLocales": ["zh-CN"], "defaultLocale": "zh-CN",
       "clients": [{"clientId": "%s", "protocol": "openid-connect", "secret": "%s",
         "publicClient": false, "standardFlowEnabled": true, "directAccessGrantsEnabled": false,
         "redirectUris": ["http://localhost:*"],
         "attributes": {"pkce.code.challenge.method": "S256",
           "post.logout.redirect.uris": "http://localhost:*"}}]}
      """
          .formatted(CLIENT, SECRET);

  private final Process process;
  private final Path said;
  private final String address;
  private final HttpClient http = HttpClient.newHttpClient();

  private Keycloak(Process process, Path said, String address) {
    this.process = process;
    this.said = said;
    this.address = address;
  }

  /** Starts it from the folder that the build has unpacked, as new. */
  static Keycloak start(Path folder) throws IOException, InterruptedException {
    Path home = home();
    delete(home.resolve("data"));
    Files.createDirectories(home.resolve("data/import"));
    Files.writeString(home.resolve("data/import/city-realm.json"), REALM);
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path said = folder.resolve("keycloak.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--cache=local",
            "--http-host=127.0.0.1",
            "--http-port=" + port);
    builder
        .environment()
        .putAll(
            Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN,
                "JAVA", ProcessHandle.current().info().command().orElse("java")));
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    Keycloak keycloak = new Keycloak(process, said, "http://127.0.0.1:" + port);
    keycloak.awaitReady();
    return keycloak;
  }

  private static Path home() throws IOException {
    Path unpacked = Path.of(System.getProperty("sunlot.keycloak"));
    try (var folders = Files.list(unpacked)) {
      return folders
          .filter(f -> Files.isRegularFile(f.resolve("bin/kc.sh")))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no Keycloak in " + unpacked));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(said).contains("Listening on: ")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(said));
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
  }

  String issuer() {
    return address + "/realms/city";
  }

  /** Makes a user with the password; gives its id there. */
  String add(String username) throws IOException, InterruptedException {
    JsonObject credential = new JsonObject();
    credential.addProperty("type", "password");
    credential.addProperty("value", PASSWORD);
    JsonObject user = user(username);
    user.add("credentials", com.google.gson.JsonParser.parseString("[" + credential + "]"));
    HttpResponse<String> made = admin("POST", "/admin/realms/city/users", user.toString());
    String place = made.headers().firstValue("Location").orElseThrow();
    return place.substring(place.lastIndexOf('/') + 1);
  }

  void rename(String id, String username) throws IOException, InterruptedException {
    admin("PUT", "/admin/realms/city/users/" + id, user(username).toString());
  }

  private static JsonObject user(String username) {
    JsonObject user = new JsonObject();
    user.addProperty("username", username);
    user.addProperty("enabled", true);
    user.addProperty("emailVerified", true);
    user.addProperty("email", username + "@example.org");
    user.addProperty("firstName", "某");
    user.addProperty("lastName", "某");
    return user;
  }

  private HttpResponse<String> admin(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return answer;
  }

  private String adminToken() throws IOException, InterruptedException {
    String form =
        Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                ADMIN,
                "password",
                ADMIN)
            .entrySet()
            .stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    return JsonParser.parseString(answer.body())
        .getAsJsonObject()
        .get("access_token")
        .getAsString();
  }

  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}

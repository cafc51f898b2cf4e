package cn.sunlot.app.demo;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Draws as they are held: a witness, two nonces, the draw, its record. */
final class DemoCeremony {

  /**
   * Who watches.
   *
   * @param kindText what kind {@code other} stands for; "" for the other kinds
   */
  record Witness(String kind, String kindText, String name, String unit) {}

  private final DemoBrowser browser;
  private final Witness witness;
  private final SecureRandom random = new SecureRandom();

  DemoCeremony(DemoBrowser browser, Witness witness) {
    this.browser = browser;
    this.witness = witness;
  }

  /** Holds the newest draw of a task, to its end. */
  void hold(String operator, JsonNode task) {
    JsonNode draws = task.get("draws");
    String draw = "/api/draws/" + draws.get(draws.size() - 1).get("id").asString();
    String nonce = nonce();
    browser.command(operator, draw, "add-witness", watching(nonce));
    browser.command(operator, draw, "commit", Map.of());
    browser.command(operator, draw, "reveal", Map.of("party", "operator"));
    browser.command(operator, draw, "reveal", Map.of("party", "w1", "nonce", nonce));
    browser.command(operator, draw, "draw", Map.of());
    attach(operator, draw, "photo", "抽取现场.jpg", DemoPhoto.room());
    // The sheet as the platform prints it; nobody signed this one.
    attach(
        operator, draw, "record-sheet", "抽取记录表.pdf", browser.file(operator, draw + "/record.pdf"));
    browser.command(operator, draw, "close", Map.of());
  }

  private Map<String, Object> watching(String nonce) {
    Map<String, Object> sent = new LinkedHashMap<>();
    sent.put("kind", witness.kind());
    if (!witness.kindText().isEmpty()) {
      sent.put("kindText", witness.kindText());
    }
    sent.put("name", witness.name());
    sent.put("unit", witness.unit());
    sent.put("nonce", nonce);
    return sent;
  }

  private void attach(String operator, String draw, String kind, String name, byte[] content) {
    int version = browser.read(operator, draw).get("version").asInt();
    browser.upload(operator, draw + "/attach?kind=" + kind, version, name, content);
  }

  private String nonce() {
    byte[] nonce = new byte[32];
    random.nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }
}

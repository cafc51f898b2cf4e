package cn.sunlot.portal.web;

import cn.sunlot.portal.store.CommitmentSearch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a witness compares a receipt with. The comparison itself is made in the browser: a nonce
 * that is still secret must not be sent here.
 */
@Controller
class ReceiptController {

  private final CommitmentSearch commitments;
  private final ObjectMapper json;

  ReceiptController(CommitmentSearch commitments, ObjectMapper json) {
    this.commitments = commitments;
    this.json = json;
  }

  /** A nonce that is public. */
  record Opened(String party, String nonce) {}

  /** What the log says of a draw: the commitment document, and the nonces that are public. */
  record Published(String document, List<Opened> nonces) {}

  /** The same for a page. */
  public record Party(String party, String commitment, @Nullable String nonce) {}

  /** The same for a page; the hash where it can be computed here. */
  public record Shown(@Nullable String hash, List<Party> parties) {}

  @GetMapping("/receipt")
  String page(@RequestParam(defaultValue = "") String draw, Model model) {
    String ref = draw.strip();
    model.addAttribute("draw", ref);
    model.addAttribute("published", find(ref).map(this::shown).orElse(null));
    return "receipt";
  }

  @GetMapping("/receipt/published")
  ResponseEntity<Published> published(@RequestParam String draw) {
    return ResponseEntity.of(find(draw.strip()));
  }

  private Optional<Published> find(String draw) {
    return commitments.listPayloads(draw, "draw-committed").stream()
        .findFirst()
        .map(
            document ->
                new Published(
                    document,
                    commitments.listPayloads(draw, "draw-revealed").stream()
                        .map(json::readTree)
                        .map(o -> new Opened(text(o, "party"), text(o, "nonce")))
                        .toList()));
  }

  private Shown shown(Published published) {
    Map<String, String> nonces = new HashMap<>();
    published.nonces().forEach(o -> nonces.put(o.party(), o.nonce()));
    JsonNode document = json.readTree(published.document());
    return new Shown(
        text(document, "suite").equals("sha256") ? sha256(published.document()) : null,
        StreamSupport.stream(document.path("parties").spliterator(), false)
            .map(
                p ->
                    new Party(
                        text(p, "party"), text(p, "commitment"), nonces.get(text(p, "party"))))
            .toList());
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asString();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

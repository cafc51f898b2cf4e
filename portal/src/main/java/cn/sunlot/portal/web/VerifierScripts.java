package cn.sunlot.portal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The two scripts of the page that verifies a draw, made of {@code web/packages/verifier}. Where
 * they were not built, the page goes without.
 */
@Controller
class VerifierScripts {

  private static final String TYPE = "text/javascript;charset=utf-8";

  private final Optional<byte[]> page;
  private final Optional<byte[]> worker;

  VerifierScripts() {
    this("/portal/verify/");
  }

  VerifierScripts(String folder) {
    page = find(folder + "verify.js");
    worker = find(folder + "verify-worker.js");
  }

  /** Addresses of the scripts, which change with their content; empty if they were not built. */
  Optional<Addresses> addresses() {
    return page.flatMap(
        p ->
            worker.map(
                w ->
                    new Addresses(
                        "/verify.js?v=" + Assets.digest(p),
                        "/verify-worker.js?v=" + Assets.digest(w))));
  }

  /**
   * Where the scripts are.
   *
   * @param page of the page itself
   * @param worker of what does the work beside it
   */
  record Addresses(String page, String worker) {}

  @GetMapping("/verify.js")
  ResponseEntity<byte[]> page() {
    return Assets.file(page.orElseThrow(NotThere::new), TYPE);
  }

  @GetMapping("/verify-worker.js")
  ResponseEntity<byte[]> worker() {
    return Assets.file(worker.orElseThrow(NotThere::new), TYPE);
  }

  private static Optional<byte[]> find(String resource) {
    try (InputStream in = VerifierScripts.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package cn.sunlot.portal.web;

import cn.sunlot.portal.store.WitnessIntake;
import cn.sunlot.portal.store.WitnessIntake.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A witness of a draw on an own phone. The code stands behind the {@code #} of the link, which
 * browsers do not send, and then in the body of each request: never in an address that is logged.
 */
@Controller
@RequestMapping("/w")
class WitnessController {

  private static final int LONGEST = 400_000;

  private final WitnessIntake intake;
  private final Senders senders;

  WitnessController(WitnessIntake intake, Senders senders) {
    this.intake = intake;
    this.senders = senders;
  }

  /** What a phone sends; which members, depends on what is done. */
  record Sent(
      @Nullable String code,
      @Nullable String commitment,
      @Nullable String head,
      @Nullable String nonce,
      @Nullable Integer r,
      @Nullable String value,
      @Nullable String png) {}

  @GetMapping
  String page() {
    return "witness";
  }

  @PostMapping(
      path = "/look",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> look(@RequestBody Sent sent, HttpServletRequest request) {
    return intake.look(caller(sent, request)).map(WitnessController::fresh).orElseGet(this::none);
  }

  @PostMapping(path = "/commit", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> commit(@RequestBody Sent sent, HttpServletRequest request) {
    return outcome(intake.commit(caller(sent, request), text(sent.commitment()), sent.head()));
  }

  @PostMapping(path = "/reveal", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> reveal(@RequestBody Sent sent, HttpServletRequest request) {
    return outcome(intake.reveal(caller(sent, request), text(sent.nonce())));
  }

  @PostMapping(path = "/open", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> open(@RequestBody Sent sent, HttpServletRequest request) {
    int r = sent.r() == null ? -1 : sent.r();
    return outcome(intake.open(caller(sent, request), r, text(sent.value())));
  }

  @PostMapping(path = "/sign", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> sign(@RequestBody Sent sent, HttpServletRequest request) {
    return outcome(intake.sign(caller(sent, request), picture(text(sent.png()))));
  }

  private static byte[] picture(String png) {
    try {
      return Base64.getDecoder().decode(png.length() > LONGEST ? "" : png);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private Caller caller(Sent sent, HttpServletRequest request) {
    return new Caller(text(sent.code()), senders.sign(request));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }

  private <T> ResponseEntity<T> none() {
    return ResponseEntity.status(404).cacheControl(CacheControl.noStore()).build();
  }

  private ResponseEntity<Map<String, String>> outcome(Optional<String> outcome) {
    return outcome.map(o -> fresh(Map.of("outcome", o))).orElseGet(this::none);
  }
}

package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Suites;
import java.time.Duration;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The suite of new draws, and how long their steps may take. */
@Component
public class DrawSettings {

  private final Suites suites = Suites.withSm3(SM3.Digest::new);
  private final String suite;
  private final Duration revealWithin;
  private final Duration openWithin;

  DrawSettings(
      @Value("${sunlot.draw.suite:sha256}") String suite,
      @Value("${sunlot.draw.reveal-within:PT2H}") Duration revealWithin,
      @Value("${sunlot.draw.open-within:PT4H}") Duration openWithin) {
    if (openWithin.compareTo(revealWithin) < 0) {
      throw new IllegalArgumentException(
          "sunlot.draw.open-within %s is shorter than sunlot.draw.reveal-within %s"
              .formatted(openWithin, revealWithin));
    }
    this.suite = suites.get(suite).name();
    this.revealWithin = revealWithin;
    this.openWithin = openWithin;
  }

  /** Every suite that the platform can compute. */
  public Suites suites() {
    return suites;
  }

  /** The suite of this name. */
  public Suite suite(String name) {
    return suites.get(name);
  }

  Suite suiteOfNewDraws() {
    return suites.get(suite);
  }

  /** From the commitment to the last nonce. */
  Duration revealWithin() {
    return revealWithin;
  }

  /** From the commitment to the opened chain. */
  Duration openWithin() {
    return openWithin;
  }
}

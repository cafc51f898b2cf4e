package cn.sunlot.organisation.usecase;

import cn.sunlot.organisation.domain.SecondFactor;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;

/** Codes as every authenticator app computes them: RFC 6238 with SHA-1 and six digits. */
@Component
public class AppCodes implements SecondFactor.Codes {

  private static final int DIGITS = 6;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(
          SecondFactor.STEP, DIGITS, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);

  @Override
  public String secret(byte[] bytes) {
    return Base32.toBase32String(bytes);
  }

  @Override
  public String code(String secret, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(Base32.decode(secret), "RAW"),
          Instant.ofEpochSecond(step * SecondFactor.STEP.toSeconds()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

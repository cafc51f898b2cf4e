package cn.sunlot.intake;

import cn.sunlot.intake.store.CodeStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Codes as rows. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StoredIntake implements Intake {

  /** Without what looks alike: 0 and O, 1 and I and L, U and V. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** 49 bits: with 2,000 guesses a minute, finding one takes some hundred thousand years. */
  private static final int LENGTH = 10;

  private final CodeStore store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  StoredIntake(CodeStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String makeCode(String purpose, UUID subject) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    store.end(purpose, subject, clock.instant());
    store.add(purpose, subject, code.toString(), clock.instant());
    return code.toString();
  }

  @Override
  public void endCode(String purpose, UUID subject) {
    store.end(purpose, subject, clock.instant());
  }

  @Override
  public boolean hasCode(String purpose, UUID subject) {
    return store.has(purpose, subject);
  }
}

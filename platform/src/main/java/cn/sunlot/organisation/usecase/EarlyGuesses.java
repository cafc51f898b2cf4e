package cn.sunlot.organisation.usecase;

import cn.sunlot.organisation.domain.PasswordPolicy;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts how many guesses an attacker with lists of words, names and keyboard rows would need. */
@Component
class EarlyGuesses implements PasswordPolicy.Guesses {

  /** Fewer than a hundred million guesses, as the library grades. */
  private static final int SAFE = 3;

  /** What it takes to grade grows faster than the length, and what is longer is not guessed. */
  private static final int GRADED = 100;

  private final Zxcvbn grades = new Zxcvbn();

  @Override
  public boolean isEarly(String password, List<String> known) {
    String begin = password.substring(0, Math.min(GRADED, password.length()));
    return grades.measure(begin, known).getScore() < SAFE;
  }
}

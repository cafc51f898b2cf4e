package cn.sunlot.fieldwork.domain;

import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.domain.AdvanceNotice.Said;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Notice;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a target is told of its visit beforehand: forbidden unless the law demands it (TZ-30),
 * required unless the matter does not suit notice (PDS-20), or left to those who inspect.
 */
public final class AdvanceNoticeRules {

  private final Rule<Notice> rule;

  public AdvanceNoticeRules(Profile profile) {
    this.rule = profile.advanceNotice();
  }

  /** Ways of giving notice that the rules name; all that there are where they name none. */
  public List<String> ways() {
    Set<Notice.Way> named = rule.value().ways();
    return Stream.of(Notice.Way.values())
        .filter(way -> named.isEmpty() || named.contains(way))
        .map(Lifecycle::wireName)
        .toList();
  }

  /**
   * Checks what somebody puts down.
   *
   * @param words puts the ways that there are into words
   * @throws Refused where the rules do not allow it, or it does not say enough
   */
  public void check(Said said, Instant now, Function<List<String>, String> words) {
    if (said.given()) {
      checkGiven(said, now, words);
    } else if (rule.value().value() == Notice.Value.REQUIRED && said.reason().isBlank()) {
      throw Refused.because(FieldworkProblem.NOTICE_REQUIRED, words.apply(ways()))
          .by(rule.clauses());
    }
  }

  private void checkGiven(Said said, Instant now, Function<List<String>, String> words) {
    if (rule.value().value() == Notice.Value.FORBIDDEN && said.law().isBlank()) {
      throw Refused.because(FieldworkProblem.NOTICE_FORBIDDEN).by(rule.clauses());
    }
    if (!ways().contains(said.way())) {
      throw Refused.because(FieldworkProblem.NOTICE_WAY, said.way(), words.apply(ways()))
          .by(rule.clauses());
    }
    Instant at = said.givenAt();
    if (said.receiver().isBlank() || at == null || at.isAfter(now)) {
      throw Refused.because(FieldworkProblem.NOTICE_INCOMPLETE).by(rule.clauses());
    }
  }

  /** Whether a record needs a word on notice before it is handed in. */
  public boolean demandsWord() {
    return rule.value().value() == Notice.Value.REQUIRED;
  }

  /**
   * Whether anything that tells the target of its visit must be kept back until the visit is over:
   * where the matter does not suit notice, nothing is disclosed and no notice is issued (PDS-20).
   *
   * @param last what was put down last, or null
   */
  public boolean issuesNone(@Nullable AdvanceNotice last) {
    return demandsWord() && last != null && !last.said().given();
  }

  public List<String> clauses() {
    return rule.clauses();
  }
}

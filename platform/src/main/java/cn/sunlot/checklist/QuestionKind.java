package cn.sunlot.checklist;

import cn.sunlot.kernel.Lifecycle;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** How a question is answered. */
public enum QuestionKind {
  /** 符合, 不符合 or 不适用. */
  CONFORM("is", "in", "answered"),
  CHOICE("is", "in", "answered"),
  /** Several of the choices. */
  CHOICES("is", "in", "answered"),
  NUMBER("is", "in", "greater", "less", "atLeast", "atMost", "answered"),
  TEXT("answered"),
  LONG_TEXT("answered"),
  DATE("is", "in", "greater", "less", "atLeast", "atMost", "answered"),
  /** Photos, by the hashes of the evidence. */
  PHOTO("answered"),
  /** Rows of the same cells. */
  TABLE("answered"),
  /** Says something and asks nothing. */
  INFORMATION;

  private final Set<String> tests;

  QuestionKind(String... tests) {
    this.tests = Set.of(tests);
  }

  /** The kind with this wire name. */
  public static Optional<QuestionKind> find(String wireName) {
    return Arrays.stream(values()).filter(k -> Lifecycle.wireName(k).equals(wireName)).findFirst();
  }

  /** Which tests an answer of this kind can be put to. */
  Set<String> tests() {
    return tests;
  }

  /** Whether an answer itself can be right or wrong. */
  boolean isJudged() {
    return tests.contains("is") && this != DATE;
  }

  boolean hasChoices() {
    return this == CHOICE || this == CHOICES;
  }
}

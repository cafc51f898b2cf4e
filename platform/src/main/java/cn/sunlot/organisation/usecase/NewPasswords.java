package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.PasswordPolicy;
import cn.sunlot.organisation.domain.PasswordPolicy.Owner;
import cn.sunlot.organisation.domain.PasswordRule;
import cn.sunlot.organisation.store.PasswordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks passwords before they are set, and names every rule that one does not meet. */
@Component
class NewPasswords {

  private final PasswordPolicy policy;
  private final PasswordPolicy.Guesses guesses;
  private final PasswordStore store;
  private final PasswordEncoder passwords;

  NewPasswords(
      PasswordPolicy policy,
      PasswordPolicy.Guesses guesses,
      PasswordStore store,
      PasswordEncoder passwords) {
    this.policy = policy;
    this.guesses = guesses;
    this.store = store;
    this.passwords = passwords;
  }

  /**
   * The hash of a password that is set for somebody else. It is not compared with those that the
   * person had: who sets it must not learn them.
   *
   * @throws Refused {@code PASSWORD_TOO_WEAK} naming what is missing
   */
  String hash(Owner owner, String password) {
    refuse(wrong("password", owner, password));
    return String.valueOf(passwords.encode(password));
  }

  /**
   * The hash of a password that a person chooses.
   *
   * @throws Refused {@code PASSWORD_TOO_WEAK} naming what is missing
   */
  String ownHash(UUID personId, Owner owner, String password) {
    List<PasswordRule> unmet = new ArrayList<>(policy.unmet(owner, password, guesses));
    if (store.listHashes(personId, policy.former()).stream()
        .anyMatch(h -> passwords.matches(password, h))) {
      unmet.add(PasswordRule.FORMER);
    }
    refuse(unmet.stream().map(r -> inWords("newPassword", r)).toList());
    return String.valueOf(passwords.encode(password));
  }

  /** What is wrong with a password, for a form that has it in this field. */
  List<WrongValue> wrong(String field, Owner owner, String password) {
    return policy.unmet(owner, password, guesses).stream().map(r -> inWords(field, r)).toList();
  }

  /** Refuses if anything is wrong. */
  static void refuse(List<WrongValue> wrong) {
    if (!wrong.isEmpty()) {
      throw Refused.because(OrganisationProblem.PASSWORD_TOO_WEAK).naming(wrong);
    }
  }

  private WrongValue inWords(String field, PasswordRule rule) {
    int number =
        switch (rule) {
          case LENGTH -> policy.shortest();
          case DIFFERENT -> PasswordPolicy.DIFFERENT;
          case KINDS -> policy.kinds();
          case FORMER -> policy.former();
          case NAMED, GUESSABLE -> 0;
        };
    return WrongValue.of(
        field,
        null,
        "organisation.password." + rule.name().toLowerCase(Locale.ROOT),
        Integer.toString(number));
  }
}

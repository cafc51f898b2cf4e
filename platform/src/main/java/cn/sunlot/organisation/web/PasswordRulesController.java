package cn.sunlot.organisation.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.organisation.domain.PasswordPolicy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a password must be, to be read before one is typed; the set-up asks too. */
@RestController
@RequestMapping("/api/session/password-rules")
class PasswordRulesController {

  /**
   * The rules.
   *
   * @param length characters at least
   * @param different different characters at least
   * @param kinds of small letters, capital letters, digits and others
   * @param former how many passwords, the present one included, are not chosen again
   * @param maxAgeDays after how many days it is changed; 0 for never
   * @param guessable whether common ones, and those with login or name, are taken
   */
  record PasswordRules(
      int length, int different, int kinds, int former, int maxAgeDays, boolean guessable) {}

  private final PasswordPolicy policy;

  PasswordRulesController(PasswordPolicy policy) {
    this.policy = policy;
  }

  @GetMapping
  @Requires(Permission.ANYBODY)
  PasswordRules getPasswordRules() {
    return new PasswordRules(
        policy.shortest(),
        PasswordPolicy.DIFFERENT,
        policy.kinds(),
        policy.former(),
        policy.maxAgeDays(),
        policy.guessable());
  }
}

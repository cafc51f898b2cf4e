package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.PasswordPolicy;
import cn.sunlot.organisation.domain.PasswordPolicy.Owner;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.store.PasswordStore;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person changes the own password, knowing the old one. */
@Component
@Transactional
public class ChangeOwnPassword {

  private final OrganisationStore accounts;
  private final PasswordStore store;
  private final PasswordEncoder passwords;
  private final NewPasswords newPasswords;
  private final PasswordPolicy policy;
  private final AuditLog audit;

  ChangeOwnPassword(
      OrganisationStore accounts,
      PasswordStore store,
      PasswordEncoder passwords,
      NewPasswords newPasswords,
      PasswordPolicy policy,
      AuditLog audit) {
    this.accounts = accounts;
    this.store = store;
    this.passwords = passwords;
    this.newPasswords = newPasswords;
    this.policy = policy;
    this.audit = audit;
  }

  /**
   * Changes it; all sessions of the person end, this one too.
   *
   * @throws Refused if the old one is wrong, or the new one weak or one that the person had
   */
  public void run(String oldPassword, String newPassword) {
    SignedIn person = SignedIn.get();
    var account = accounts.lockAccount(person.personId());
    if (!passwords.matches(oldPassword, account.passwordHash())) {
      throw Refused.because(OrganisationProblem.OLD_PASSWORD_WRONG);
    }
    var owner = new Owner(person.login(), person.name());
    String hash = newPasswords.ownHash(person.personId(), owner, newPassword);
    store.set(person.personId(), hash, false, policy.former());
    audit.record(
        "password-changed", person.login(), Map.of("person", person.personId().toString()));
  }
}

package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.NewPassword;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.store.PersonStore;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person changes the own password, knowing the old one. */
@Component
@Transactional
public class ChangeOwnPassword {

  private final OrganisationStore accounts;
  private final PersonStore store;
  private final PasswordEncoder passwords;
  private final AuditLog audit;

  ChangeOwnPassword(
      OrganisationStore accounts, PersonStore store, PasswordEncoder passwords, AuditLog audit) {
    this.accounts = accounts;
    this.store = store;
    this.passwords = passwords;
    this.audit = audit;
  }

  /**
   * Changes it; all sessions of the person end, this one too.
   *
   * @throws Refused if the old one is wrong, or the new one weak or the old one again
   */
  public void run(String oldPassword, String newPassword) {
    SignedIn person = SignedIn.get();
    var account = accounts.lockAccount(person.personId());
    if (!passwords.matches(oldPassword, account.passwordHash())) {
      throw Refused.because(OrganisationProblem.OLD_PASSWORD_WRONG);
    }
    if (oldPassword.equals(newPassword)) {
      throw Refused.because(OrganisationProblem.PASSWORD_TOO_WEAK, NewPassword.SHORTEST);
    }
    NewPassword.check(person.login(), newPassword);
    store.setPassword(person.personId(), String.valueOf(passwords.encode(newPassword)), false);
    audit.record(
        "password-changed", person.login(), Map.of("person", person.personId().toString()));
  }
}

package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.PasswordPolicy;
import cn.sunlot.organisation.domain.PasswordPolicy.Owner;
import cn.sunlot.organisation.store.PasswordStore;
import cn.sunlot.organisation.store.PersonStore;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The security administrator sets a new password for somebody who forgot theirs. */
@Component
@Transactional
public class ResetPassword {

  private final PersonStore store;
  private final PasswordStore accounts;
  private final Administered administered;
  private final NewPasswords passwords;
  private final PasswordPolicy policy;
  private final AuditLog audit;

  ResetPassword(
      PersonStore store,
      PasswordStore accounts,
      Administered administered,
      NewPasswords passwords,
      PasswordPolicy policy,
      AuditLog audit) {
    this.store = store;
    this.accounts = accounts;
    this.policy = policy;
    this.administered = administered;
    this.passwords = passwords;
    this.audit = audit;
  }

  /**
   * Sets the password, opens a locked account, ends the person's sessions. The person changes it at
   * the next sign-in, because two people know it.
   *
   * @throws Refused if the row has moved on, the password is weak, or it is the own account, whose
   *     password is changed with the old one
   */
  public void run(UUID id, IfMatch seen, String password) {
    var person = administered.getPerson(id);
    seen.check(store.getVersion(id));
    if (id.equals(SignedIn.get().personId())) {
      throw Refused.because(OrganisationProblem.NOT_ONESELF);
    }
    String hash = passwords.hash(new Owner(person.login(), person.name()), password);
    accounts.set(id, hash, true, policy.former());
    audit.record("password-reset", person.login(), Map.of("person", id.toString()));
  }
}

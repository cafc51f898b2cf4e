package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.NewPassword;
import cn.sunlot.organisation.store.PersonStore;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The security administrator sets a new password for somebody who forgot theirs. */
@Component
@Transactional
public class ResetPassword {

  private final PersonStore store;
  private final Administered administered;
  private final PasswordEncoder passwords;
  private final AuditLog audit;

  ResetPassword(
      PersonStore store, Administered administered, PasswordEncoder passwords, AuditLog audit) {
    this.store = store;
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
    seen.check(store.getVersion(id));
    var person = administered.getPerson(id);
    if (id.equals(SignedIn.get().personId())) {
      throw Refused.because(OrganisationProblem.NOT_ONESELF);
    }
    NewPassword.check(person.login(), password);
    store.setPassword(id, String.valueOf(passwords.encode(password)), true);
    audit.record("password-reset", person.login(), Map.of("person", id.toString()));
  }
}

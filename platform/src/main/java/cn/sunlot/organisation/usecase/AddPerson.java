package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.domain.NewPassword;
import cn.sunlot.organisation.store.PersonStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The system administrator opens an account; it can do nothing until the security administrator
 * gives it roles.
 */
@Component
@Transactional
public class AddPerson {

  private final PersonStore store;
  private final Administered administered;
  private final PasswordEncoder passwords;
  private final AuditLog audit;

  AddPerson(
      PersonStore store, Administered administered, PasswordEncoder passwords, AuditLog audit) {
    this.store = store;
    this.administered = administered;
    this.passwords = passwords;
    this.audit = audit;
  }

  /**
   * Adds a person.
   *
   * @param password the first password, which the person changes
   * @throws cn.sunlot.kernel.Refused if the login is taken, the password weak, or the department
   *     not managed by this administrator
   */
  public UUID run(String name, String login, UUID departmentId, String password) {
    var department = administered.get(departmentId);
    var person =
        new Person(
            Ids.next(),
            SignedIn.get().authorityId(),
            department.id(),
            name,
            login,
            List.of(),
            true);
    store.add(person, String.valueOf(passwords.encode(NewPassword.check(login, password))));
    audit.record(
        "person-added",
        login,
        Map.of("person", person.id().toString(), "department", department.name()));
    return person.id();
  }
}

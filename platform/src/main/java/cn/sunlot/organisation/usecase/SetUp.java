package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.KnownProfiles;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.domain.NewPassword;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.store.PersonStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the first authority and its three administrators, once, by the code of the start. */
@Component
public class SetUp {

  /**
   * An administrator to be.
   *
   * @param password in the clear, as chosen
   */
  public record Administrator(String name, String login, String password) {
    @Override
    public String toString() {
      return login;
    }
  }

  /**
   * What the set-up makes.
   *
   * @param kind {@code bureau}, or {@code city} for a city with its departments
   * @param region six digits
   * @param profileId the rule profile that binds it
   * @param system makes people and departments
   * @param security gives roles
   * @param audit reads what the other two did
   */
  public record Order(
      String authority,
      String kind,
      String region,
      String profileId,
      Administrator system,
      Administrator security,
      Administrator audit) {}

  private final SetUpCode code;
  private final OrganisationStore organisation;
  private final PersonStore people;
  private final PasswordEncoder passwords;
  private final KnownProfiles profiles;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  SetUp(
      SetUpCode code,
      OrganisationStore organisation,
      PersonStore people,
      PasswordEncoder passwords,
      KnownProfiles profiles,
      AuditLog audit,
      TransactionTemplate transaction) {
    this.code = code;
    this.organisation = organisation;
    this.people = people;
    this.passwords = passwords;
    this.profiles = profiles;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * Sets the platform up.
   *
   * @throws Refused {@code ALREADY_SET_UP} once anybody has an account; {@code SETUP_CODE_WRONG},
   *     {@code LOGIN_TAKEN} if two administrators are given the same login, {@code
   *     PASSWORD_TOO_WEAK}, {@code PROFILE_NOT_THERE} naming the profiles that are there
   */
  public void run(String givenCode, Order order) {
    boolean right =
        SystemWork.run(
            () -> Boolean.TRUE.equals(transaction.execute(status -> attempt(givenCode, order))));
    if (!right) {
      throw Refused.because(OrganisationProblem.SETUP_CODE_WRONG);
    }
  }

  /** False for a wrong code, which is recorded all the same. */
  private boolean attempt(String givenCode, Order order) {
    people.lockSetUp();
    if (!people.isEmpty()) {
      throw Refused.because(OrganisationProblem.ALREADY_SET_UP);
    }
    if (!code.matches(givenCode)) {
      audit.record("set-up-refused", "set-up", Map.of());
      return false;
    }
    if (!profiles.ids().contains(order.profileId())) {
      throw Refused.because(
          OrganisationProblem.PROFILE_NOT_THERE,
          order.profileId(),
          String.join("、", profiles.ids()));
    }
    setUp(order);
    return true;
  }

  private void setUp(Order order) {
    var authority =
        new Authority(
            Ids.next(), order.authority(), order.kind(), order.region(), order.profileId());
    organisation.add(authority);
    var root =
        new Department(
            Ids.next(),
            authority.id(),
            null,
            order.authority(),
            order.kind().equals("city") ? "government" : "bureau",
            order.region(),
            null,
            List.of());
    organisation.add(root, 0);
    add(root, order.system(), Role.SYSTEM_ADMINISTRATOR);
    add(root, order.security(), Role.SECURITY_ADMINISTRATOR);
    add(root, order.audit(), Role.AUDIT_ADMINISTRATOR);
    audit.record(
        authority.id(),
        "set-up",
        authority.id().toString(),
        Map.of(
            "authority", authority.name(),
            "region", authority.region(),
            "profile", authority.profileId(),
            "administrators",
                List.of(order.system().login(), order.security().login(), order.audit().login())));
  }

  private void add(Department root, Administrator administrator, Role role) {
    UUID id = Ids.next();
    String password = NewPassword.check(administrator.login(), administrator.password());
    people.add(
        new Person(
            id,
            root.authorityId(),
            root.id(),
            administrator.name(),
            administrator.login(),
            List.of(),
            true),
        String.valueOf(passwords.encode(password)));
    people.assign(id, Set.of(role));
  }
}

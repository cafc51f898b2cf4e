package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.KnownProfiles;
import cn.sunlot.organisation.KnownProfiles.KnownProfile;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.domain.PasswordPolicy.Owner;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.store.PersonStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    Owner owner() {
      return new Owner(login, name);
    }

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
   * @param namedAsDraft whether whoever chooses it says that it is a draft
   * @param system makes people and departments
   * @param security gives roles
   * @param audit reads what the other two did
   */
  public record Order(
      String authority,
      String kind,
      String region,
      String profileId,
      boolean namedAsDraft,
      Administrator system,
      Administrator security,
      Administrator audit) {}

  private final SetUpCode code;
  private final OrganisationStore organisation;
  private final PersonStore people;
  private final NewPasswords passwords;
  private final KnownProfiles profiles;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  SetUp(
      SetUpCode code,
      OrganisationStore organisation,
      PersonStore people,
      NewPasswords passwords,
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
   *     PASSWORD_TOO_WEAK}, {@code PROFILE_NOT_THERE} naming the profiles that are there, {@code
   *     PROFILE_IS_DRAFT} for a draft that is not named as one
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
    KnownProfile profile = chosen(order);
    NewPasswords.refuse(
        Stream.of(
                wrong("systemAdministrator", order.system()),
                wrong("securityAdministrator", order.security()),
                wrong("auditAdministrator", order.audit()))
            .flatMap(List::stream)
            .toList());
    setUp(order, profile);
    return true;
  }

  private KnownProfile chosen(Order order) {
    List<KnownProfile> known = profiles.list();
    KnownProfile chosen =
        known.stream()
            .filter(p -> p.id().equals(order.profileId()))
            .findFirst()
            .orElseThrow(
                () ->
                    Refused.because(
                        OrganisationProblem.PROFILE_NOT_THERE,
                        order.profileId(),
                        known.stream().map(KnownProfile::id).collect(Collectors.joining("、"))));
    if (chosen.draft() && !order.namedAsDraft()) {
      throw Refused.because(OrganisationProblem.PROFILE_IS_DRAFT, chosen.zh(), chosen.en());
    }
    return chosen;
  }

  private List<WrongValue> wrong(String who, Administrator administrator) {
    return passwords.wrong(who + ".password", administrator.owner(), administrator.password());
  }

  private void setUp(Order order, KnownProfile profile) {
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
            "draft", profile.draft(),
            "administrators",
                List.of(order.system().login(), order.security().login(), order.audit().login())));
  }

  private void add(Department root, Administrator administrator, Role role) {
    UUID id = Ids.next();
    people.add(
        new Person(
            id,
            root.authorityId(),
            root.id(),
            administrator.name(),
            administrator.login(),
            List.of(),
            true),
        passwords.hash(administrator.owner(), administrator.password()));
    people.assign(id, Set.of(role));
  }
}

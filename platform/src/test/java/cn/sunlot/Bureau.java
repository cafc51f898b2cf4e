package cn.sunlot;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.usecase.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A bureau with sections and people, made new for a test. */
public final class Bureau {

  public static final String PASSWORD = "correct horse battery";

  private final Authority authority;
  private final Department root;
  private final Access access;
  private final Map<String, Department> sections = new LinkedHashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();

  private Bureau(Authority authority, Department root, Access access) {
    this.authority = authority;
    this.root = root;
    this.access = access;
  }

  public UUID authorityId() {
    return authority.id();
  }

  public Department section(String name) {
    return java.util.Objects.requireNonNull(sections.get(name), name);
  }

  /**
   * A person by first login part: officer, officer2 (another section), inspector, head, principal,
   * regulation, auditor.
   */
  public Person person(String who) {
    return java.util.Objects.requireNonNull(people.get(who), who);
  }

  /** What the session of this person would hold. */
  public SignedIn signedIn(String who) {
    return SystemWork.run(() -> access.of(person(who), false, false));
  }

  /** Does something as this person, on this thread. */
  public <T> T as(String who, Supplier<T> work) {
    return Acting.as(signedIn(who), work);
  }

  /** The same without a result. */
  public void as(String who, Runnable work) {
    as(
        who,
        () -> {
          work.run();
          return true;
        });
  }

  /** Makes bureaus; a bean in every {@link PlatformTest}. */
  @Component
  public static class Factory {

    private final OrganisationStore store;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final Access access;

    Factory(
        OrganisationStore store,
        PasswordEncoder passwords,
        TransactionTemplate transaction,
        Access access) {
      this.store = store;
      this.passwords = passwords;
      this.transaction = transaction;
      this.access = access;
    }

    /** A bureau under this profile, with two business sections and one person per role. */
    public Bureau create(String profileId) {
      return SystemWork.run(
          () -> java.util.Objects.requireNonNull(transaction.execute(s -> make(profileId))));
    }

    private Bureau make(String profileId) {
      UUID id = Ids.next();
      String tag = id.toString().substring(24);
      var authority = new Authority(id, "示范市工业和信息化局 " + tag, "bureau", "370300", profileId);
      store.add(authority);
      var root = new Department(Ids.next(), id, null, "局机关", "bureau", "370300", null, List.of());
      store.add(root, 0);
      var bureau = new Bureau(authority, root, access);
      int sort = 1;
      for (var section :
          Map.of(
                  "节能科",
                  List.of(),
                  "安全生产科",
                  List.of(),
                  "法规科",
                  List.of("regulation"),
                  "人事科",
                  List.of("personnel"))
              .entrySet()) {
        var department =
            new Department(
                Ids.next(),
                id,
                root.id(),
                section.getKey(),
                "section",
                null,
                null,
                section.getValue().stream().map(String::valueOf).toList());
        store.add(department, sort++);
        bureau.sections.put(section.getKey(), department);
      }
      String hash = String.valueOf(passwords.encode(PASSWORD));
      add(bureau, "officer", "节能科", hash, tag, Role.SECTION_OFFICER);
      add(bureau, "officer2", "安全生产科", hash, tag, Role.SECTION_OFFICER);
      add(bureau, "inspector", "节能科", hash, tag, Role.INSPECTOR);
      add(bureau, "inspector2", "节能科", hash, tag, Role.INSPECTOR);
      add(bureau, "head", "节能科", hash, tag, Role.SECTION_HEAD);
      add(bureau, "principal", null, hash, tag, Role.PRINCIPAL);
      add(bureau, "regulation", "法规科", hash, tag, Role.REGULATION_SECTION);
      add(bureau, "auditor", null, hash, tag, Role.AUDITOR);
      add(bureau, "sysadmin", null, hash, tag, Role.SYSTEM_ADMINISTRATOR);
      add(bureau, "secadmin", null, hash, tag, Role.SECURITY_ADMINISTRATOR);
      add(bureau, "auditadmin", null, hash, tag, Role.AUDIT_ADMINISTRATOR);
      return bureau;
    }

    private void add(
        Bureau bureau,
        String who,
        @org.jspecify.annotations.Nullable String section,
        String hash,
        String tag,
        Role role) {
      var department = section == null ? bureau.root : bureau.section(section);
      var person =
          new Person(
              Ids.next(),
              bureau.authorityId(),
              department.id(),
              "测试" + who,
              who + "-" + tag,
              List.of(role),
              true);
      store.add(person, hash);
      bureau.people.put(who, person);
    }
  }
}

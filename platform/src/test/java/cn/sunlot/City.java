package cn.sunlot;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.usecase.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A city with two counties for tests: market supervision (with two sections) and emergency
 * management at the city, both again in the county 张店区, market supervision in 临淄区.
 *
 * <p>Departments are known by short names: city, market, credit and law (sections of market),
 * emergency, county-market, county-credit (its section), county-emergency, other-market.
 */
public final class City {

  public static final String REGION = "370300";
  public static final String COUNTY = "370303";
  public static final String OTHER_COUNTY = "370305";

  private final Authority authority;
  private final Access access;
  private final Map<String, Department> departments = new LinkedHashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();

  private City(Authority authority, Access access) {
    this.authority = authority;
    this.access = access;
  }

  public UUID authorityId() {
    return authority.id();
  }

  Authority authority() {
    return authority;
  }

  public Department department(String name) {
    return Objects.requireNonNull(departments.get(name), name);
  }

  /** A person by role and department, e.g. {@code section-officer@credit}. */
  public Person person(String who) {
    return Objects.requireNonNull(people.get(who), who);
  }

  public SignedIn signedIn(String who) {
    return SystemWork.run(() -> access.of(person(who), false, false));
  }

  /** Does something as this person, on this thread. */
  public <T> T as(String who, Supplier<T> work) {
    return Acting.as(signedIn(who), work);
  }

  /** Makes cities; a bean in every {@link PlatformTest}. */
  @Component
  public static class Factory {

    private final OrganisationStore store;
    private final Access access;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;

    Factory(
        OrganisationStore store,
        Access access,
        PasswordEncoder passwords,
        TransactionTemplate transaction) {
      this.store = store;
      this.access = access;
      this.passwords = passwords;
      this.transaction = transaction;
    }

    /** A city under this profile, with these people: role and department, parted by @. */
    public City create(String profileId, List<String> people) {
      return SystemWork.run(
          () -> Objects.requireNonNull(transaction.execute(s -> make(profileId, people))));
    }

    /** One more department of the city, known by this key from now on. */
    public void addDepartment(City city, String key, String name, Line line) {
      SystemWork.run(
          () ->
              transaction.executeWithoutResult(
                  s -> add(city, key, "city", name, "department", REGION, line)));
    }

    private City make(String profileId, List<String> people) {
      UUID id = Ids.next();
      String tag = id.toString().substring(24);
      var authority = new Authority(id, "示范市 " + tag, "city", REGION, profileId);
      store.add(authority);
      var city = new City(authority, access);
      add(city, "city", null, "示范市人民政府", "government", REGION, null);
      add(city, "market", "city", "市市场监督管理局", "department", REGION, Line.MARKET_SUPERVISION);
      add(city, "credit", "market", "信用监管科", "section", null, null);
      add(city, "law", "market", "政策法规科", "section", null, null);
      add(city, "emergency", "city", "市应急管理局", "department", REGION, Line.EMERGENCY);
      add(
          city,
          "county-market",
          "city",
          "张店区市场监督管理局",
          "department",
          COUNTY,
          Line.MARKET_SUPERVISION);
      add(city, "county-credit", "county-market", "信用监管科", "section", null, null);
      add(city, "county-emergency", "city", "张店区应急管理局", "department", COUNTY, Line.EMERGENCY);
      add(
          city,
          "other-market",
          "city",
          "临淄区市场监督管理局",
          "department",
          OTHER_COUNTY,
          Line.MARKET_SUPERVISION);
      String hash = String.valueOf(passwords.encode(Bureau.PASSWORD));
      for (String who : people) {
        String[] parts = who.split("@");
        var person =
            new Person(
                Ids.next(),
                id,
                city.department(parts[1]).id(),
                "测试" + who,
                parts[0] + "." + parts[1] + "-" + tag,
                List.of(
                    Role.valueOf(parts[0].replace('-', '_').toUpperCase(java.util.Locale.ROOT))),
                true);
        store.add(person, hash);
        city.people.put(who, person);
      }
      return city;
    }

    private void add(
        City city,
        String key,
        @Nullable String parent,
        String name,
        String kind,
        @Nullable String region,
        @Nullable Line line) {
      var department =
          new Department(
              Ids.next(),
              city.authorityId(),
              parent == null ? null : city.department(parent).id(),
              name,
              kind,
              region,
              line,
              key.equals("law") ? List.of("regulation") : List.of());
      store.add(department, city.departments.size());
      city.departments.put(key, department);
    }
  }
}

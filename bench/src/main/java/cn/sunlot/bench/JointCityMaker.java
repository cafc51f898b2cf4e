package cn.sunlot.bench;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Line;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A made-up city for tasks of its joint conference: a government, nine departments, each with one
 * item, in each of twelve counties the same nine again with their officers, and targets in all of
 * them.
 */
final class JointCityMaker {

  static final UUID AUTHORITY = new UUID(7, 3);

  /** Lines of the departments; the first one leads. */
  static final List<Line> LINES =
      List.of(
          Line.MARKET_SUPERVISION,
          Line.EMERGENCY,
          Line.ECOLOGY,
          Line.TRANSPORT,
          Line.AGRICULTURE,
          Line.CULTURE_TOURISM,
          Line.HOUSING,
          Line.COMMERCE,
          Line.HEALTH);

  private static final UUID GOVERNMENT = new UUID(7, 4);
  private static final String CITY = "370700";

  /** Its counties. */
  private static final List<String> COUNTIES =
      List.of(
          "370702", "370703", "370704", "370705", "370724", "370725", "370781", "370782", "370783",
          "370784", "370785", "370786");

  /** Of the department that leads in a county, and of each that takes part. */
  private static final int LEADING_OFFICERS = 40;

  private static final int OFFICERS = 15;
  private static final int COPIED_AT_ONCE = 20_000;

  private final PlatformUnderTest platform;
  private final int size;

  /**
   * A city.
   *
   * @param size how many targets it has
   */
  JointCityMaker(PlatformUnderTest platform, int size) {
    this.platform = platform;
    this.size = size;
  }

  /** The department of a line at the city. */
  static UUID department(int line) {
    return new UUID(8, line);
  }

  /** The department of a line in a county. */
  static UUID department(int county, int line) {
    return new UUID(9, (long) county << 8 | line);
  }

  /** The version in force of the item of a line. */
  static UUID item(int line) {
    return new UUID(11, line);
  }

  /** Somebody who may do everything in this department and nothing in others. */
  static SignedIn personOf(UUID department) {
    return new SignedIn(
        new UUID(
            3, department.getMostSignificantBits() << 32 | department.getLeastSignificantBits()),
        "张三",
        "zhangsan",
        department,
        Scope.of(AUTHORITY, Set.of(department)),
        Set.of(),
        EnumSet.allOf(Permission.class));
  }

  void make() throws SQLException {
    try (Connection owner = platform.owner().connect()) {
      addDepartments(owner);
      addConference(owner);
      addOfficers(owner);
      addTargets(owner);
    }
    addItems();
    platform.learnSizes();
  }

  private static void addDepartments(Connection owner) throws SQLException {
    try (var add = owner.createStatement()) {
      add.execute(
          "INSERT INTO organisation.authority (id, name, kind, region, profile_id) VALUES ('"
              + AUTHORITY
              + "', '示范市', 'city', '"
              + CITY
              + "', 'taizhou')");
    }
    addDepartment(owner, GOVERNMENT, null, "示范市人民政府", "government", CITY, null);
    for (int line = 0; line < LINES.size(); line++) {
      String what = LINES.get(line).wireName();
      addDepartment(owner, department(line), GOVERNMENT, "示范市 " + what, "department", CITY, what);
      for (int county = 0; county < COUNTIES.size(); county++) {
        String region = COUNTIES.get(county);
        addDepartment(
            owner,
            department(county, line),
            GOVERNMENT,
            region + " " + what,
            "department",
            region,
            what);
      }
    }
  }

  private static void addDepartment(Connection owner, @Nullable Object... cells)
      throws SQLException {
    try (var add =
        owner.prepareStatement(
            "INSERT INTO organisation.department (id, authority_id, parent_id, name, kind, region,"
                + " line) VALUES (?, '"
                + AUTHORITY
                + "', ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < cells.length; i++) {
        add.setObject(i + 1, cells[i]);
      }
      add.execute();
    }
  }

  private static void addConference(Connection owner) throws SQLException {
    try (var add = owner.createStatement()) {
      add.execute(
          """
          INSERT INTO organisation.conference (id, authority_id, region, name)
            VALUES ('%1$s', '%2$s', '%3$s', '部门联合双随机监管联席会议');
          INSERT INTO organisation.seat (conference_id, authority_id, position, part, department_id)
            VALUES ('%1$s', '%2$s', 1, 'office', '%4$s')
          """
              .formatted(new UUID(7, 5), AUTHORITY, CITY, department(0)));
    }
  }

  private static void addOfficers(Connection owner) throws SQLException {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (int county = 0; county < COUNTIES.size(); county++) {
      for (int line = 0; line < LINES.size(); line++) {
        for (int i = 0; i < (line == 0 ? LEADING_OFFICERS : OFFICERS); i++) {
          number++;
          lines.append(
              String.join(
                  "\t",
                  new UUID(12, number).toString(),
                  AUTHORITY.toString(),
                  department(county, line).toString(),
                  "执法员" + number,
                  "female",
                  "一级科员",
                  "LIC-%05d".formatted(number),
                  LocalDate.now().plusYears(3).toString(),
                  "2026-01-01 00:00:00+08",
                  "2026-01-01 00:00:00+08\n"));
        }
      }
    }
    copy(
        owner,
        "registry.inspector (id, authority_id, department_id, name, sex, post, licence_number,"
            + " licence_until, created_at, updated_at)",
        lines);
    try (var train = owner.createStatement()) {
      train.execute(
          "INSERT INTO registry.training (id, inspector_id, authority_id, on_day, hours, topic,"
              + " recorded_at) SELECT id, id, authority_id, DATE '2026-01-15', 8, '双随机', now() FROM"
              + " registry.inspector");
    }
  }

  private void addTargets(Connection owner) throws SQLException {
    for (int from = 0; from < size; from += COPIED_AT_ONCE) {
      StringBuilder lines = new StringBuilder();
      for (int i = from; i < Math.min(size, from + COPIED_AT_ONCE); i++) {
        lines.append(here(new TargetMaker(i).line(AUTHORITY.toString()))).append('\n');
      }
      copy(
          owner,
          "registry.target (id, authority_id, unit_id, name, kind, region_code, address,"
              + " risk_class, tags, status, responsible_person, contact, warnings, created_at,"
              + " updated_at)",
          lines);
    }
  }

  /** A target in one of these counties, without a contact. */
  private static String here(String line) {
    String[] cells = line.split("\t");
    cells[5] = COUNTIES.get(TargetMaker.COUNTIES.indexOf(cells[5]));
    cells[11] = "\\N";
    return String.join("\t", cells);
  }

  private static void copy(Connection owner, String into, CharSequence lines) throws SQLException {
    try {
      owner
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY " + into + " FROM STDIN",
              new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (java.io.IOException e) {
      throw new SQLException(e);
    }
  }

  private void addItems() {
    SystemWork.run(
        () ->
            platform
                .bean(TransactionTemplate.class)
                .executeWithoutResult(
                    status -> {
                      for (int line = 0; line < LINES.size(); line++) {
                        addItem(platform.bean(JdbcTemplate.class), line);
                      }
                      platform
                          .bean(AuditLog.class)
                          .record(AUTHORITY, "item-published", "SC-01", Map.of());
                    }));
  }

  private static void addItem(JdbcTemplate jdbc, int line) {
    UUID department = department(line);
    UUID id = new UUID(10, line);
    String code = "SC-%02d".formatted(line + 1);
    jdbc.update(
        "INSERT INTO catalog.item (id, authority_id, department_id, code, current_id)"
            + " VALUES (?, ?, ?, ?, ?)",
        id,
        AUTHORITY,
        department,
        code,
        item(line));
    jdbc.update(
        "INSERT INTO catalog.item_version (id, item_id, authority_id, department_id, number, state,"
            + " name, category, target_kind, content, basis, methods, body, reason, from_day,"
            + " drafted_by, approved_by, changed_at) VALUES (?, ?, ?, ?, 1, 'published', ?, 'key',"
            + " 'enterprise', '', '{}', '{on-site}', '', '', DATE '2020-01-01', ?, ?, now())",
        item(line),
        id,
        AUTHORITY,
        department,
        "事项 " + code,
        department,
        department);
  }

  /** Numbers of the counties. */
  static List<Integer> counties() {
    List<Integer> all = new ArrayList<>();
    for (int county = 0; county < COUNTIES.size(); county++) {
      all.add(county);
    }
    return all;
  }
}

package cn.sunlot.app.demo;

import cn.sunlot.organisation.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people of the demo who sign in, in the order in which a tour meets them. */
public enum DemoPerson {
  SECTION("section", "李晓雯", Section.ENERGY, "节能科经办人", "新建任务，运行抽取", Role.SECTION_OFFICER),
  INSPECTOR1("inspector1", "王建国", Section.ENERGY, "执法检查人员", "录入检查结果", Role.INSPECTOR),
  INSPECTOR2("inspector2", "赵敏", Section.ENERGY, "执法检查人员", "录入检查结果", Role.INSPECTOR),
  HEAD("head", "陈志远", Section.ENERGY, "节能科负责人", "审核结果，公示", Role.SECTION_HEAD),
  PRINCIPAL("principal", "周立新", null, "局主要负责人", "审批清单和计划", Role.PRINCIPAL),
  REGULATION("regulation", "孙文静", Section.REGULATION, "法规科", "查看抽取，见证", Role.REGULATION_SECTION),
  SAFETY("safety", "刘洋", Section.SAFETY, "安全生产科经办人", "同一企业合并检查", Role.SECTION_OFFICER),
  AUDITOR("auditor", "吴海燕", null, "审计人员", "查看全部，不能改动", Role.AUDITOR),
  SYSTEM("sysadmin", "郑伟", null, "系统管理员", "人员、部门、日历", Role.SYSTEM_ADMINISTRATOR),
  SECURITY("secadmin", "冯雪", null, "安全管理员", "分配角色", Role.SECURITY_ADMINISTRATOR),
  AUDIT("auditadmin", "韩冰", null, "审计管理员", "查看管理员的操作", Role.AUDIT_ADMINISTRATOR),
  OFFICE("office", "何静", "市联席会议办公室", "汇总、公布联合抽查事项", Role.CONFERENCE_OFFICE),
  MARKET("market", "徐岩", "市市场监督管理局经办人", "发起联合任务，组队", Role.SECTION_OFFICER),
  MARKET_HEAD("markethead", "罗正平", "市市场监督管理局负责人", "审核结果", Role.SECTION_HEAD, Role.PRINCIPAL),
  EMERGENCY("emergency", "高峰", "市应急管理局经办人", "提出联合抽查事项", Role.SECTION_OFFICER),
  EMERGENCY_HEAD(
      "emergencyhead", "宋志刚", "市应急管理局主要负责人", "答复联合抽查建议", Role.SECTION_HEAD, Role.PRINCIPAL),
  ECOLOGY("ecology", "梁雨", "市生态环境局经办人", "答复任务邀请", Role.SECTION_OFFICER),
  EDUCATION("education", "沈秋", "市教育局经办人", "答复任务邀请", Role.SECTION_OFFICER),
  COUNTY("zhangdian", "苏琳", "张店区市场监督管理局经办人", "接收下派名单", Role.SECTION_OFFICER),
  CITY_SYSTEM("citysystem", "马丽", "市系统管理员", "部门、联席会议", Role.SYSTEM_ADMINISTRATOR),
  CITY_SECURITY("citysecurity", "唐凯", "市安全管理员", "分配角色", Role.SECURITY_ADMINISTRATOR);

  /** The password of all of them; the demo is a demo. */
  public static final String PASSWORD = "sunlot-demo-2026";

  /** The sections of the bureau. */
  enum Section {
    REGULATION("法规科", List.of("regulation")),
    PERSONNEL("人事科", List.of("personnel")),
    ENERGY("节能与综合利用科", List.of()),
    SAFETY("安全生产科", List.of()),
    MATERIALS("原材料产业科", List.of());

    private final String title;
    private final List<String> functions;

    Section(String title, List<String> functions) {
      this.title = title;
      this.functions = functions;
    }

    String title() {
      return title;
    }

    List<String> functions() {
      return functions;
    }
  }

  private final String login;
  private final String person;
  private final @Nullable Section section;
  private final String post;
  private final String first;
  private final Set<Role> roles;
  private final boolean city;

  /** Of the bureau. */
  DemoPerson(
      String login,
      String person,
      @Nullable Section section,
      String post,
      String first,
      Role role) {
    this(login, person, section, post, first, Set.of(role), false);
  }

  /** Of the city. */
  DemoPerson(String login, String person, String post, String first, Role... roles) {
    this(login, person, null, post, first, Set.of(roles), true);
  }

  DemoPerson(
      String login,
      String person,
      @Nullable Section section,
      String post,
      String first,
      Set<Role> roles,
      boolean city) {
    this.login = login;
    this.person = person;
    this.section = section;
    this.post = post;
    this.first = first;
    this.roles = roles;
    this.city = city;
  }

  public String login() {
    return login;
  }

  /** The name of the person. */
  public String person() {
    return person;
  }

  /** The post, as shown to whoever tries the demo. */
  public String post() {
    return post;
  }

  /** What to do first under this account. */
  public String first() {
    return first;
  }

  /** Whether the person works in the city with its departments, not in the bureau. */
  boolean isOfCity() {
    return city;
  }

  @Nullable Section section() {
    return section;
  }

  Set<Role> roles() {
    return roles;
  }

  /** Everybody of the bureau but the three whom the set-up makes. */
  static List<DemoPerson> added() {
    return Arrays.stream(values())
        .filter(p -> !p.city)
        .filter(
            p -> p.roles.stream().noneMatch(r -> r != Role.PRINCIPAL && r.excludes(Role.PRINCIPAL)))
        .toList();
  }
}

package cn.sunlot.app.demo;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.domain.SuperiorList.Entry;
import cn.sunlot.catalog.usecase.AddSuperiorList;
import cn.sunlot.catalog.usecase.AdoptItem;
import cn.sunlot.catalog.usecase.ConsolidateItem;
import cn.sunlot.catalog.usecase.EnterDecision;
import cn.sunlot.catalog.usecase.PublishBatch;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.DefinitionJson;
import cn.sunlot.organisation.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joint items of the city, with whole checklists as several departments would write them together:
 * two published in a batch, one that waits for its batch, one for the decision, one for the office.
 * The names are made up, the laws are not.
 */
final class DemoJointItems {

  private static final String MARKET = "市市场监督管理局";
  private static final String EMERGENCY = "市应急管理局";

  private final DemoBureau demo;
  private final DemoItems items;
  private final Map<Line, UUID> departments;

  DemoJointItems(DemoBureau demo, Map<Line, UUID> departments) {
    this.demo = demo;
    this.items = new DemoItems(demo);
    this.departments = departments;
  }

  /** Items that joint plans can be made of. */
  record Listed(Item station, Item canteen, Item duties, Item operations) {}

  Listed make() {
    Item station = decided(station());
    Item canteen = decided(canteen());
    Item duties = decided(duties());
    publish(demo.today().getYear() + "年第一批联合抽查事项", station, canteen, duties);
    Item operations = operations();
    decided(chemicals());
    consolidated(vehicles());
    similar();
    superior();
    return new Listed(station, canteen, duties, operations);
  }

  private Item station() {
    return propose(
        "LH-01",
        content(
            "加油站联合检查",
            "成品油零售加油站",
            "计量器具、油品质量、消防和安全生产、油气回收",
            MARKET,
            departments(Line.EMERGENCY, Line.ECOLOGY),
            "《中华人民共和国计量法》第九条",
            "《中华人民共和国产品质量法》第三十九条",
            "《中华人民共和国安全生产法》第四十一条",
            "《中华人民共和国大气污染防治法》第四十七条"),
        "gas-station");
  }

  private Item canteen() {
    return propose(
        "LH-02",
        content(
            "学校食堂食品安全检查",
            "中小学、幼儿园食堂",
            "许可、从业人员、原料、加工和留样、供餐单位",
            MARKET,
            departments(Line.EDUCATION),
            "《中华人民共和国食品安全法》第五十七条",
            "《学校食品安全与营养健康管理规定》"),
        "school-canteen");
  }

  /** What education checks at a school while market supervision is in its kitchen. */
  private Item duties() {
    return items.submit(
        DemoPerson.EDUCATION,
        "LH-06",
        content(
            "学校食堂管理责任落实检查",
            "中小学、幼儿园",
            "校园长负责制、陪餐制度、膳食经费管理、家长委员会参与",
            "市教育局",
            departments(Line.MARKET_SUPERVISION),
            "《学校食品安全与营养健康管理规定》"),
        "学校食堂管理责任检查表",
        DemoItems.sections(
            DemoItems.conform("XX-1", "落实校园长负责制，专人管理食堂", "没有任命文件", "责令限期改正"),
            DemoItems.conform("XX-2", "每餐有学校负责人陪餐并记录", "近五日缺少陪餐记录", "责令限期改正"),
            DemoItems.conform("XX-3", "膳食经费专款专用，账目公开", "账目未公开", "责令限期改正")));
  }

  /** An item of emergency management's own list, with which it joins and leads. */
  private Item operations() {
    return items.publish(
        DemoPerson.EMERGENCY,
        DemoPerson.EMERGENCY_HEAD,
        "YJ-01",
        content(
            "加油站作业安全检查",
            "成品油零售加油站",
            "卸油、动火、受限空间等作业的审批和监护，值守和应急处置",
            EMERGENCY,
            List.of(),
            "《中华人民共和国安全生产法》第四十三条"),
        "加油站作业安全检查表",
        DemoItems.sections(
            DemoItems.conform("ZY-1", "卸油作业有专人监护，静电接地良好", "无人监护或者未接地", "责令立即改正"),
            DemoItems.conform("ZY-2", "动火等危险作业经审批", "未经审批", "责令停止作业"),
            DemoItems.conform("ZY-3", "夜间值守人员在岗，会使用应急器材", "脱岗或者不会使用", "责令限期改正")));
  }

  private Item vehicles() {
    return propose(
        "LH-03",
        content(
            "机动车检验机构联合检查",
            "机动车检验机构",
            "资质、安全技术检验、排放检验、收费公示",
            MARKET,
            departments(Line.POLICE, Line.ECOLOGY),
            "《中华人民共和国道路交通安全法》第十三条",
            "《中华人民共和国大气污染防治法》第五十四条"),
        "vehicle-inspection");
  }

  private Item chemicals() {
    return items.submit(
        DemoPerson.EMERGENCY,
        "LH-04",
        content(
            "危险化学品经营企业联合检查",
            "危险化学品经营企业",
            "经营许可条件的保持、储存设施、从业人员培训、环境应急预案",
            EMERGENCY,
            departments(Line.ECOLOGY, Line.POLICE, Line.FIRE_RESCUE),
            "《危险化学品安全管理条例》第六条",
            "《中华人民共和国安全生产法》第三十九条"),
        "危险化学品经营企业检查表",
        DemoItems.sections(
            DemoItems.conform("WH-1", "经营许可证在有效期内，经营范围与许可一致", "超期或超范围经营", "责令停止经营"),
            DemoItems.conform("WH-2", "储存设施与周边场所的距离符合规定", "距离不足", "责令限期改正"),
            DemoItems.conform("WH-3", "从业人员经培训合格上岗", "无培训记录", "责令限期改正")));
  }

  /** Much the same as the first one, so that the office has something to merge. */
  private void similar() {
    items.submit(
        DemoPerson.EMERGENCY,
        "LH-05",
        content(
            "加油站安全生产联合检查",
            "加油站",
            "安全生产责任制、防雷防静电设施、应急预案和演练",
            EMERGENCY,
            departments(Line.FIRE_RESCUE),
            "《中华人民共和国安全生产法》第四十一条",
            "《中华人民共和国消防法》第十六条"),
        "加油站安全生产检查表",
        DemoItems.sections(
            DemoItems.conform("JY-1", "防雷防静电装置检测合格并在有效期内", "未检测或者不合格", "责令限期改正"),
            DemoItems.conform("JY-2", "应急预案按规定演练并有记录", "没有演练记录", "责令限期改正")));
  }

  private void superior() {
    List<Entry> entries =
        List.of(
            entry("TS-01", "特种设备使用情况检查", "特种设备使用单位", "使用登记、定期检验、作业人员持证", null),
            entry("TS-02", "气瓶充装单位检查", "气瓶充装单位", "充装许可、气瓶信息化追溯、充装记录", null),
            entry("JL-01", "集贸市场计量检查", "集贸市场", "在用计量器具的强制检定、计量管理制度", 300));
    demo.as(
        DemoPerson.MARKET,
        () -> {
          demo.use(AddSuperiorList.class)
              .run("示范省市场监督管理局", "随机抽查事项清单", "2026年版", LocalDate.of(2026, 2, 1), entries);
          UUID department = demo.session(DemoPerson.MARKET).departmentId();
          return demo.use(AdoptItem.class).run(department, "TS-01", List.of());
        });
  }

  private static Entry entry(
      String code, String name, String kind, String content, @Nullable Integer capBp) {
    return new Entry(
        code,
        new ItemContent(
            name,
            capBp == null ? Category.KEY : Category.GENERAL,
            capBp,
            1,
            kind,
            content,
            List.of(code.startsWith("TS") ? "《中华人民共和国特种设备安全法》第三十三条" : "《中华人民共和国计量法》第九条"),
            List.of("on-site"),
            "市场监督管理部门"));
  }

  private Item propose(String code, ItemContent content, String file) {
    Definition checklist = read(file);
    return items.submit(DemoPerson.MARKET, code, content, checklist.title(), checklist.sections());
  }

  private Item consolidated(Item item) {
    return demo.as(
        DemoPerson.OFFICE,
        () -> demo.use(ConsolidateItem.class).run(item.id(), DemoItems.seen(item)));
  }

  private Item decided(Item proposed) {
    Item item = consolidated(proposed);
    LocalDate today = demo.today();
    return demo.as(
        DemoPerson.OFFICE,
        () ->
            demo.use(EnterDecision.class)
                .run(item.id(), DemoItems.seen(item), today, "示双随机联办〔2026〕3号"));
  }

  private void publish(String name, Item... decided) {
    List<PublishBatch.Line> lines =
        Stream.of(decided).map(item -> new PublishBatch.Line(item.id(), item.version())).toList();
    LocalDate today = demo.today();
    demo.as(DemoPerson.OFFICE, () -> demo.use(PublishBatch.class).run(name, today, lines));
  }

  private List<UUID> departments(Line... lines) {
    return Stream.of(lines).map(line -> Objects.requireNonNull(departments.get(line))).toList();
  }

  private static ItemContent content(
      String name,
      String kind,
      String content,
      String body,
      List<UUID> participants,
      String... basis) {
    return new ItemContent(
        name,
        Category.KEY,
        null,
        1,
        kind,
        content,
        List.of(basis),
        List.of("on-site", "documents"),
        body,
        participants);
  }

  private static Definition read(String name) {
    String file = "/demo/checklists/" + name + ".json";
    try (InputStream in =
        Objects.requireNonNull(DemoJointItems.class.getResourceAsStream(file), file)) {
      var parsed = DefinitionJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Definition definition = parsed.definition();
      if (definition == null || !parsed.errors().isEmpty()) {
        throw new IllegalStateException(file + ": " + parsed.errors());
      }
      return definition;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

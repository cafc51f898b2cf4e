package cn.sunlot.app.demo;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.usecase.ApproveItem;
import cn.sunlot.catalog.usecase.CreateItem;
import cn.sunlot.catalog.usecase.PublishItem;
import cn.sunlot.catalog.usecase.SaveChecklist;
import cn.sunlot.catalog.usecase.SubmitItem;
import cn.sunlot.checklist.Section;
import cn.sunlot.checklist.Upgrade;
import cn.sunlot.checklist.Upgrade.OldQuestion;
import cn.sunlot.checklist.Upgrade.OldSection;
import cn.sunlot.kernel.web.IfMatch;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The item list: three items in force, one that waits for approval, one being written. */
final class DemoItems {

  static final String BODY = "示范市工业和信息化局";

  /** Items in force, which the plan is made of. */
  record InForce(Item energy, Item equipment, Item explosives) {}

  private final DemoBureau bureau;

  DemoItems(DemoBureau bureau) {
    this.bureau = bureau;
  }

  InForce make() {
    Item energy =
        publish(
            DemoPerson.SECTION,
            "JN-01",
            content(
                "工业节能监察（节能管理制度执行情况）",
                Category.GENERAL,
                2000,
                "工业企业",
                "能源计量、统计、利用状况分析和节能目标责任制的执行情况",
                "《中华人民共和国节约能源法》第十二条",
                "《工业节能管理办法》"),
            "节能管理制度检查表",
            sections(
                conform("JN-01-1", "建立节能目标责任制并落实到人", "无制度，或者无责任人", "责令限期改正"),
                conform("JN-01-2", "按规定配备和使用能源计量器具", "主要用能设备未配备或超期未检定", "责令限期改正"),
                number("JN-01-3", "上一年度综合能源消费量（吨标准煤）", "与统计报表不一致")));
    Item equipment =
        publish(
            DemoPerson.SECTION,
            "JN-02",
            content(
                "高耗能落后机电设备淘汰情况检查",
                Category.GENERAL,
                2000,
                "工业企业",
                "是否使用国家明令淘汰的高耗能落后机电设备",
                "《中华人民共和国节约能源法》第十七条",
                "《工业节能管理办法》"),
            "落后设备检查表",
            sections(
                conform("JN-02-1", "没有使用列入淘汰目录的电动机、变压器、风机", "现场有在用的淘汰设备", "责令停止使用"),
                choice("JN-02-2", "设备台账", List.of("齐全", "不齐全", "没有"), "台账与现场不符")));
    Item explosives =
        publish(
            DemoPerson.SAFETY,
            "AQ-01",
            content(
                "民用爆炸物品销售企业安全管理检查",
                Category.KEY,
                null,
                "民用爆炸物品销售企业",
                "许可条件的保持、储存库安全、人员持证和流向登记",
                "《民用爆炸物品安全管理条例》第四条"),
            "民爆销售企业检查表",
            sections(
                conform("AQ-01-1", "许可证在有效期内，经营范围与许可一致", "超期或超范围经营", "依法处理"),
                conform("AQ-01-2", "储存库值守和技防设施完好", "无人值守，或者报警设施失效", "责令停产停业整顿"),
                conform("AQ-01-3", "购销流向登记完整，可追溯", "登记缺失", "责令限期改正")));
    waitForApproval();
    leaveDraft();
    return new InForce(energy, equipment, explosives);
  }

  private void waitForApproval() {
    Item item =
        create(
            DemoPerson.SECTION,
            "JN-03",
            content(
                "工业固体废物综合利用情况检查",
                Category.GENERAL,
                1000,
                "工业企业",
                "固体废物产生、利用台账和综合利用评价材料的真实性",
                "《中华人民共和国固体废物污染环境防治法》第三十七条"));
    Item checked =
        save(
            DemoPerson.SECTION,
            item,
            "固体废物综合利用检查表",
            sections(conform("JN-03-1", "利用台账与实际一致", "台账不实", "责令限期改正")));
    bureau.as(
        DemoPerson.SECTION, () -> bureau.use(SubmitItem.class).run(checked.id(), seen(checked)));
  }

  private void leaveDraft() {
    create(
        DemoPerson.SAFETY, "AQ-02", content("工业企业消防安全责任落实情况检查", Category.GENERAL, 500, "工业企业", ""));
  }

  /** From a draft to the list of the bureau. */
  private Item publish(
      DemoPerson owner,
      String code,
      ItemContent content,
      String checklist,
      List<Section> sections) {
    return publish(owner, DemoPerson.PRINCIPAL, code, content, checklist, sections);
  }

  /** From a draft to the list. */
  Item publish(
      DemoPerson owner,
      DemoPerson principal,
      String code,
      ItemContent content,
      String checklist,
      List<Section> sections) {
    Item submitted = submit(owner, code, content, checklist, sections);
    Item approved =
        bureau.as(
            principal, () -> bureau.use(ApproveItem.class).run(submitted.id(), seen(submitted)));
    LocalDate today = bureau.today();
    return bureau.as(
        owner, () -> bureau.use(PublishItem.class).run(approved.id(), seen(approved), today));
  }

  /** Proposed, with its checklist. */
  Item submit(
      DemoPerson owner,
      String code,
      ItemContent content,
      String checklist,
      List<Section> sections) {
    Item saved = save(owner, create(owner, code, content), checklist, sections);
    return bureau.as(owner, () -> bureau.use(SubmitItem.class).run(saved.id(), seen(saved)));
  }

  private Item create(DemoPerson owner, String code, ItemContent content) {
    return bureau.as(
        owner,
        () ->
            bureau.use(CreateItem.class).run(bureau.session(owner).departmentId(), code, content));
  }

  private Item save(DemoPerson owner, Item item, String title, List<Section> sections) {
    return bureau.as(
        owner, () -> bureau.use(SaveChecklist.class).run(item.id(), seen(item), title, sections));
  }

  /** As bureaus wrote them before checklists had conditions and consequences by answer. */
  static List<Section> sections(OldQuestion... questions) {
    return Upgrade.of(List.of(new OldSection("检查内容", List.of(questions))));
  }

  static IfMatch seen(Item item) {
    return new IfMatch(item.version());
  }

  private static ItemContent content(
      String name,
      Category category,
      @Nullable Integer capBp,
      String kind,
      String content,
      String... basis) {
    return new ItemContent(
        name,
        category,
        capBp,
        2,
        kind,
        content,
        List.of(basis),
        List.of("on-site", "documents"),
        BODY);
  }

  static OldQuestion conform(String code, String text, String standard, String consequence) {
    return new OldQuestion(code, text, "conform", List.of(), standard, consequence, "", true);
  }

  private static OldQuestion choice(
      String code, String text, List<String> choices, String standard) {
    return new OldQuestion(code, text, "choice", choices, standard, "", "", true);
  }

  private static OldQuestion number(String code, String text, String standard) {
    return new OldQuestion(code, text, "number", List.of(), standard, "", "", false);
  }
}

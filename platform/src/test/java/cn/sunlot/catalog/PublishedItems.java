package cn.sunlot.catalog;

import cn.sunlot.Bureau;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.usecase.ApproveItem;
import cn.sunlot.catalog.usecase.CreateItem;
import cn.sunlot.catalog.usecase.PublishItem;
import cn.sunlot.catalog.usecase.SaveChecklist;
import cn.sunlot.catalog.usecase.SubmitItem;
import cn.sunlot.checklist.Criterion;
import cn.sunlot.checklist.Outcome;
import cn.sunlot.checklist.Outcome.Consequence;
import cn.sunlot.checklist.Question;
import cn.sunlot.checklist.Question.Basis;
import cn.sunlot.checklist.Section;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.usecase.ConfirmExpiredProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Items for tests, made by the commands that people give. */
@Component
public class PublishedItems {

  private final CreateItem create;
  private final SaveChecklist saveChecklist;
  private final SubmitItem submit;
  private final ApproveItem approve;
  private final PublishItem publish;
  private final ConfirmExpiredProfile confirm;
  private final Clock clock;

  PublishedItems(
      CreateItem create,
      SaveChecklist saveChecklist,
      SubmitItem submit,
      ApproveItem approve,
      PublishItem publish,
      ConfirmExpiredProfile confirm,
      Clock clock) {
    this.create = create;
    this.saveChecklist = saveChecklist;
    this.submit = submit;
    this.approve = approve;
    this.publish = publish;
    this.confirm = confirm;
    this.clock = clock;
  }

  /** Lets the bureau work under the expired rules of Zibo, as its principal would. */
  public void confirmRules(Bureau bureau) {
    bureau.as(
        "principal", () -> confirm.run("zibo_miit", "新细则正在制定", LocalDate.now(clock).plusMonths(6)));
  }

  /** A complete content; the cap belongs to general items. */
  public static ItemContent content(String name, Category category, @Nullable Integer capBp) {
    return new ItemContent(
        name,
        category,
        capBp,
        2,
        "enterprise",
        "落后用能设备淘汰情况",
        List.of("《中华人民共和国节约能源法》第十六条"),
        List.of("on-site", "documents"),
        "示范市工业和信息化局");
  }

  /** Two questions in one section. */
  public static List<Section> questions() {
    return List.of(
        Section.of(
            "用能设备",
            question(
                "Q1",
                "conform",
                "是否使用国家明令淘汰的用能设备",
                List.of(),
                "发现一台即为不符合",
                true,
                new Basis("《中华人民共和国节约能源法》", "第十六条"),
                new Outcome(Criterion.is("not-conform"), true, "", Consequence.text("责令停止使用"))),
            question(
                "Q2",
                "choice",
                "能源计量器具配备率",
                List.of("达标", "不达标"),
                "低于标准为不达标",
                false,
                new Basis("《中华人民共和国节约能源法》", "第二十七条"),
                new Outcome(Criterion.is("不达标"), true, "", Consequence.order(30, "")))));
  }

  /** A question without conditions. */
  public static Question question(
      String code,
      String kind,
      String text,
      List<String> choices,
      String standard,
      boolean required,
      Basis basis,
      Outcome... outcomes) {
    return new Question(
        code,
        kind,
        text,
        "",
        required,
        null,
        null,
        choices,
        "",
        null,
        null,
        null,
        List.of(),
        null,
        null,
        standard,
        List.of(basis),
        List.of(outcomes));
  }

  /** A draft of the officer's section, with a checklist. */
  public Item draft(Bureau bureau, String code, ItemContent content) {
    return draft(bureau, code, content, "节能监察检查表", questions());
  }

  /** A draft of the officer's section, with this checklist. */
  public Item draft(
      Bureau bureau, String code, ItemContent content, String title, List<Section> sections) {
    return bureau.as(
        "officer",
        () -> {
          Item item = create.run(bureau.person("officer").departmentId(), code, content);
          return saveChecklist.run(item.id(), new IfMatch(item.version()), title, sections);
        });
  }

  public Item submitted(Bureau bureau, Item draft) {
    return bureau.as("officer", () -> submit.run(draft.id(), new IfMatch(draft.version())));
  }

  public Item approved(Bureau bureau, Item draft) {
    Item item = submitted(bureau, draft);
    return bureau.as("principal", () -> approve.run(item.id(), new IfMatch(item.version())));
  }

  /** A draft taken through approval and published from this day on, or from today. */
  public Item published(Bureau bureau, Item draft, @Nullable LocalDate from) {
    Item item = approved(bureau, draft);
    return bureau.as("officer", () -> publish.run(item.id(), new IfMatch(item.version()), from));
  }

  /** An item in force from today on; the rules must have been confirmed. */
  public Item inForce(Bureau bureau, String code, Category category, @Nullable Integer capBp) {
    return published(bureau, draft(bureau, code, content("事项 " + code, category, capBp)), null);
  }
}

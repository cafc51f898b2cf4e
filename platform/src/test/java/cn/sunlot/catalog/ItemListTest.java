package cn.sunlot.catalog;

import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static cn.sunlot.catalog.PublishedItems.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.usecase.ChangeItemDraft;
import cn.sunlot.catalog.usecase.CreateItem;
import cn.sunlot.catalog.usecase.DiscardItemDraft;
import cn.sunlot.catalog.usecase.DraftItemVersion;
import cn.sunlot.catalog.usecase.PublishItem;
import cn.sunlot.catalog.usecase.RetireItem;
import cn.sunlot.catalog.usecase.SaveChecklist;
import cn.sunlot.catalog.usecase.SendBackItem;
import cn.sunlot.catalog.usecase.SubmitItem;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@RecordApplicationEvents
class ItemListTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private PublishedItems items;
  @Autowired private Catalog catalog;
  @Autowired private ItemStore store;
  @Autowired private CreateItem create;
  @Autowired private ChangeItemDraft changeDraft;
  @Autowired private SaveChecklist saveChecklist;
  @Autowired private SubmitItem submit;
  @Autowired private SendBackItem sendBack;
  @Autowired private PublishItem publish;
  @Autowired private DraftItemVersion newVersion;
  @Autowired private DiscardItemDraft discard;
  @Autowired private RetireItem retire;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ApplicationEvents events;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    clock.set(TODAY);
    bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
  }

  private static IfMatch seen(Item item) {
    return new IfMatch(item.version());
  }

  private <T> T officer(Supplier<T> work) {
    return bureau.as("officer", work);
  }

  private static Refused refusal(Runnable work) {
    return Objects.requireNonNull(catchThrowableOfType(Refused.class, work::run));
  }

  private List<ItemVersion> listOn(LocalDate day) {
    return officer(() -> catalog.listInForce(bureau.authorityId(), day));
  }

  private List<String> entries(String code) {
    return SystemWork.run(
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    s ->
                        database
                            .select(ENTRY.TYPE)
                            .from(ENTRY)
                            .where(
                                ENTRY
                                    .REF
                                    .eq(code)
                                    .and(ENTRY.ORG.eq(bureau.authorityId().toString())))
                            .orderBy(ENTRY.ID)
                            .fetch(ENTRY.TYPE))));
  }

  @Test
  @Clause("ZB-5")
  void an_item_is_in_force_only_after_leaders_approved_it_and_it_was_published() {
    Item draft = items.draft(bureau, "JN-01", content("节能监察", Category.GENERAL, 500));
    assertThat(listOn(TODAY)).isEmpty();
    assertThat(refusal(() -> officer(() -> publish.run(draft.id(), seen(draft), null))).problem())
        .isEqualTo(KernelProblem.COMMAND_NOT_ALLOWED);

    Item published = items.published(bureau, draft, null);

    assertThat(listOn(TODAY.minusDays(1))).isEmpty();
    assertThat(listOn(TODAY))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.id()).isEqualTo(published.current().id());
              assertThat(v.code()).isEqualTo("JN-01");
              assertThat(v.ratioCapBp()).isEqualTo(500);
              assertThat(v.from()).isEqualTo(TODAY);
              assertThat(v.checklistVersionId()).isNotNull();
            });
    assertThat(entries("JN-01"))
        .containsExactly(
            "item-drafted",
            "checklist-changed",
            "item-submitted",
            "item-approved",
            "item-published");
    assertThat(events.stream(ItemPublished.class))
        .containsExactly(new ItemPublished(bureau.authorityId(), published.current().id()));
  }

  @Test
  @Clause({"ZB-5", "TZ-8"})
  void a_general_item_without_a_ratio_cap_is_not_submitted() {
    Item draft = items.draft(bureau, "JN-01", content("节能监察", Category.GENERAL, null));
    Refused refused = refusal(() -> items.submitted(bureau, draft));
    assertThat(refused.problem()).isEqualTo(CatalogProblem.RATIO_CAP_REQUIRED);
    assertThat(refused.clauses()).contains("ZB-5");
    assertThat(refused.wrongValues()).extracting(WrongValue::field).containsExactly("ratioCapBp");
  }

  @Test
  @Clause({"ZB-5", "TZ-8"})
  void a_key_item_needs_no_cap_and_one_given_is_refused_even_in_a_draft() {
    Refused refused =
        refusal(() -> items.draft(bureau, "JN-02", content("重点用能", Category.KEY, 2000)));
    assertThat(refused.problem()).isEqualTo(CatalogProblem.KEY_ITEM_HAS_NO_CAP);
    assertThat(refused.clauses()).contains("ZB-5");
    Item published = items.inForce(bureau, "JN-02", Category.KEY, null);
    assertThat(published.current().state()).isEqualTo(ItemState.PUBLISHED);
  }

  @Test
  @Clause({"ZB-5", "TZ-28"})
  void an_incomplete_item_is_not_submitted_and_every_gap_is_named() {
    var bare =
        new ItemContent("节能监察", Category.GENERAL, 500, null, "", "", List.of(), List.of(), "");
    Item draft = officer(() -> create.run(bureau.person("officer").departmentId(), "jn-01", bare));
    assertThat(draft.code()).isEqualTo("JN-01");
    Refused refused = refusal(() -> items.submitted(bureau, draft));
    assertThat(refused.problem()).isEqualTo(CatalogProblem.ITEM_INCOMPLETE);
    assertThat(refused.clauses()).contains("ZB-5");
    assertThat(refused.wrongValues())
        .extracting(WrongValue::field)
        .containsExactly(
            "targetKind", "content", "basis", "methods", "body", "timesPerYear", "checklist");
  }

  @Test
  void a_code_is_used_once_in_an_authority() {
    items.draft(bureau, "JN-01", content("节能监察", Category.GENERAL, 500));
    Refused refused =
        refusal(() -> items.draft(bureau, "jn-01", content("另一事项", Category.GENERAL, 500)));
    assertThat(refused.problem()).isEqualTo(CatalogProblem.CODE_TAKEN);
    assertThat(refused.arguments()).containsExactly("JN-01", "节能监察");
    Bureau other = bureaus.create("zibo_miit");
    assertThat(items.draft(other, "JN-01", content("节能监察", Category.GENERAL, 500)).code())
        .isEqualTo("JN-01");
  }

  @Test
  void what_leaders_send_back_is_a_draft_again_with_their_reason_and_waits_for_the_section() {
    Item submitted =
        items.submitted(
            bureau, items.draft(bureau, "JN-01", content("节能监察", Category.GENERAL, 500)));
    assertThat(bureau.as("principal", () -> catalog.todo(bureau.signedIn("principal"))))
        .extracting(Todo::kind, Todo::ref)
        .containsExactly(tuple("approve-item", "JN-01"));
    assertThat(
            refusal(
                    () ->
                        bureau.as(
                            "principal", () -> sendBack.run(submitted.id(), seen(submitted), " ")))
                .problem())
        .isEqualTo(CatalogProblem.REASON_MISSING);

    Item back =
        bureau.as("principal", () -> sendBack.run(submitted.id(), seen(submitted), "依据应写到条款项"));

    assertThat(back.current().state()).isEqualTo(ItemState.DRAFT);
    assertThat(back.current().trace().sentBack()).isEqualTo("依据应写到条款项");
    assertThat(officer(() -> catalog.todo(bureau.signedIn("officer"))))
        .extracting(Todo::kind)
        .containsExactly("correct-item");
    Item again = items.submitted(bureau, back);
    assertThat(again.current().trace().sentBack()).isNull();
  }

  @Test
  @Clause({"ZB-5", "TZ-7"})
  void a_change_is_a_new_version_and_the_earlier_one_ends_the_day_before_it_begins() {
    Item first = items.inForce(bureau, "JN-01", Category.GENERAL, 500);
    assertThat(
            refusal(
                    () ->
                        officer(
                            () ->
                                changeDraft.run(
                                    first.id(), seen(first), content("改名", Category.GENERAL, 300))))
                .problem())
        .isEqualTo(KernelProblem.COMMAND_NOT_ALLOWED);
    Item draft = officer(() -> newVersion.run(first.id(), seen(first), "节约能源法 2026 年修订"));
    Item changed =
        officer(
            () ->
                changeDraft.run(
                    draft.id(), seen(draft), content("事项 JN-01", Category.GENERAL, 300)));
    assertThat(listOn(TODAY)).singleElement().extracting(ItemVersion::ratioCapBp).isEqualTo(500);

    LocalDate july = LocalDate.of(2026, 7, 1);
    Item second = items.published(bureau, changed, july);

    assertThat(second.current().number()).isEqualTo(2);
    assertThat(second.current().cause().reason()).isEqualTo("节约能源法 2026 年修订");
    assertThat(listOn(july.minusDays(1)))
        .singleElement()
        .extracting(ItemVersion::id, ItemVersion::ratioCapBp)
        .containsExactly(first.current().id(), 500);
    assertThat(listOn(july))
        .singleElement()
        .extracting(ItemVersion::id, ItemVersion::ratioCapBp)
        .containsExactly(second.current().id(), 300);
    assertThat(officer(() -> catalog.getItem(first.current().id())).ratioCapBp()).isEqualTo(500);
  }

  @Test
  void a_version_is_not_published_for_a_day_that_has_passed_or_before_the_one_it_follows() {
    Item first =
        items.published(
            bureau,
            items.draft(bureau, "JN-01", content("节能监察", Category.GENERAL, 500)),
            TODAY.plusDays(30));
    Item draft = officer(() -> newVersion.run(first.id(), seen(first), "更正"));
    Item approved = items.approved(bureau, draft);
    for (LocalDate early : List.of(TODAY.minusDays(1), TODAY.plusDays(29))) {
      assertThat(
              refusal(() -> officer(() -> publish.run(approved.id(), seen(approved), early)))
                  .problem())
          .isEqualTo(CatalogProblem.DAY_TOO_EARLY);
    }
    Item second = officer(() -> publish.run(approved.id(), seen(approved), TODAY.plusDays(30)));
    assertThat(listOn(TODAY.plusDays(30)))
        .singleElement()
        .extracting(ItemVersion::id)
        .isEqualTo(second.current().id());
  }

  @Test
  @Clause("TZ-28")
  void the_checklist_of_a_published_version_stays_and_a_change_is_a_new_checklist() {
    Item first = items.inForce(bureau, "JN-01", Category.GENERAL, 500);
    UUID frozen = Objects.requireNonNull(first.current().checklistId());
    Item draft = officer(() -> newVersion.run(first.id(), seen(first), "标准更新"));
    assertThat(draft.current().checklistId()).isEqualTo(frozen);
    Item changed =
        officer(
            () ->
                saveChecklist.run(
                    draft.id(), seen(draft), "节能监察检查表（新）", PublishedItems.questions()));
    UUID fresh = Objects.requireNonNull(changed.current().checklistId());
    assertThat(fresh).isNotEqualTo(frozen);
    assertThat(officer(() -> catalog.getChecklist(fresh)).version()).isEqualTo(2);
    assertThat(officer(() -> catalog.getChecklist(frozen)).title()).isEqualTo("节能监察检查表");
    assertThat(officer(() -> catalog.getChecklist(frozen)).sections())
        .isEqualTo(PublishedItems.questions());
    Item again =
        officer(
            () ->
                saveChecklist.run(
                    changed.id(), seen(changed), "节能监察检查表（二稿）", PublishedItems.questions()));
    assertThat(again.current().checklistId()).isEqualTo(fresh);
  }

  @Test
  void a_discarded_draft_leaves_the_published_version_as_the_current_one() {
    Item first = items.inForce(bureau, "JN-01", Category.GENERAL, 500);
    Item draft = officer(() -> newVersion.run(first.id(), seen(first), "误操作"));
    Item back = officer(() -> discard.run(draft.id(), seen(draft)));
    assertThat(back.current().id()).isEqualTo(first.current().id());
    Item third = officer(() -> newVersion.run(back.id(), seen(back), "修订"));
    assertThat(third.current().number()).isEqualTo(3);
  }

  @Test
  @Clause("ZB-5")
  void a_retired_item_leaves_the_list_after_its_last_day_with_its_reason_kept() {
    Item item = items.inForce(bureau, "JN-01", Category.GENERAL, 500);
    Item retired = officer(() -> retire.run(item.id(), seen(item), "依据已废止", TODAY.plusDays(5)));
    assertThat(listOn(TODAY.plusDays(5))).hasSize(1);
    assertThat(listOn(TODAY.plusDays(6))).isEmpty();
    assertThat(retired.current().trace().retireReason()).isEqualTo("依据已废止");
    assertThat(events.stream(ItemRetired.class))
        .containsExactly(new ItemRetired(bureau.authorityId(), item.id()));
    assertThatThrownBy(() -> officer(() -> newVersion.run(item.id(), seen(retired), "再来")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void another_section_reads_the_item_but_is_refused_when_it_changes_it() {
    Item draft = items.draft(bureau, "JN-01", content("节能监察", Category.GENERAL, 500));
    Refused refused =
        refusal(() -> bureau.as("officer2", () -> submit.run(draft.id(), seen(draft))));
    assertThat(refused.problem()).isEqualTo(CatalogProblem.OTHER_SECTION);
    assertThat(refused.arguments()).containsExactly("JN-01", "节能科");
    assertThat(bureau.as("officer2", () -> store.get(draft.id())).code()).isEqualTo("JN-01");
  }

  @Test
  @Clause("ZB-22")
  void without_a_confirmation_of_the_expired_rules_nothing_is_submitted() {
    Bureau unconfirmed = bureaus.create("zibo_miit");
    Item draft = items.draft(unconfirmed, "JN-01", content("节能监察", Category.GENERAL, 500));
    Refused refused = refusal(() -> items.submitted(unconfirmed, draft));
    assertThat(refused.problem().code()).isEqualTo("policy.profile-expired");
    assertThat(refused.clauses()).contains("ZB-22");
  }
}

package cn.sunlot.fieldwork.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.checklist.ChecklistWords;
import cn.sunlot.checklist.Evaluation.Found;
import cn.sunlot.checklist.Outcome.Consequence;
import cn.sunlot.fieldwork.domain.AdvanceNotice;
import cn.sunlot.fieldwork.domain.AdvanceNoticeRules;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordContent.ItemEntry;
import cn.sunlot.fieldwork.domain.RecordContent.Signature;
import cn.sunlot.fieldwork.domain.RecordRules;
import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.domain.VisitRecord.Entry;
import cn.sunlot.fieldwork.domain.VisitRecord.Review;
import cn.sunlot.fieldwork.store.NoticeStore;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.fieldwork.store.RecordStore.Evidence;
import cn.sunlot.fieldwork.web.VisitPaper.ChecklistPaper;
import cn.sunlot.fieldwork.web.VisitPaper.Choices;
import cn.sunlot.fieldwork.web.VisitPaper.ItemChecklist;
import cn.sunlot.fieldwork.web.VisitPaper.ItemRecord;
import cn.sunlot.fieldwork.web.VisitPaper.RecordPaper;
import cn.sunlot.fieldwork.web.VisitPaper.Reviewed;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.papers.Paper;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Notice;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.RefusalToSign.Witness;
import cn.sunlot.tasking.Tasks.Visit;
import cn.sunlot.tasking.Tasks.VisitItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checklist and record sheet of a visit: as far as they were entered, or blank to be filled in and
 * signed by hand (ZB-15).
 */
@Component
@Transactional(readOnly = true)
class RecordPapers {

  private static final String BLANK = "blank";

  private final VisitPapers papers;
  private final RecordStore store;
  private final NoticeStore notices;
  private final Catalog catalog;
  private final Organisation organisation;
  private final Policies policies;
  private final ChecklistPrinter printer;
  private final ChecklistWords words;

  RecordPapers(
      VisitPapers papers,
      RecordStore store,
      NoticeStore notices,
      Catalog catalog,
      Organisation organisation,
      Policies policies,
      ChecklistPrinter printer,
      ChecklistWords words) {
    this.papers = papers;
    this.store = store;
    this.notices = notices;
    this.catalog = catalog;
    this.organisation = organisation;
    this.policies = policies;
    this.printer = printer;
    this.words = words;
  }

  Paper checklist(UUID visitId, @Nullable UUID departmentId, Locale locale) {
    Visit visit = papers.printable(visitId);
    VisitPart part = papers.part(visit, departmentId);
    Optional<VisitRecord> entry = store.find(visitId, part.departmentId());
    RecordContent content = entry.map(VisitRecord::content).orElse(RecordContent.empty());
    List<ItemChecklist> items =
        part.items().stream().map(i -> checklist(i, entryOf(content, i), locale)).toList();
    return papers.paper(
        "checklist",
        "checklist",
        visit,
        lastChange(visit, entry, List.of()),
        locale,
        new ChecklistPaper(papers.head(visit, part.departmentId()), content.visitedOn(), items));
  }

  private ItemChecklist checklist(VisitItem asked, ItemEntry entry, Locale locale) {
    UUID version = catalog.getItem(asked.itemVersionId()).checklistVersionId();
    return new ItemChecklist(
        papers.item(asked),
        version == null
            ? null
            : printer.print(catalog.getChecklist(version), entry.given(), locale));
  }

  private List<String> problems(ItemEntry entry, Locale locale) {
    return Stream.concat(
            entry.found().stream()
                .filter(Found::problem)
                .map(f -> problem(f.question() + " " + f.text(), f.consequence(), locale)),
            entry.added().stream().map(a -> problem(a.text(), a.consequence(), locale)))
        .toList();
  }

  private String problem(String text, Consequence then, Locale locale) {
    return then.kind().equals("none")
        ? text
        : words.text("colon", locale, text, words.consequence(then, locale));
  }

  Paper record(UUID visitId, @Nullable UUID departmentId, Locale locale) {
    Visit visit = papers.printable(visitId);
    VisitPart part = papers.part(visit, departmentId);
    Optional<VisitRecord> entry = store.find(visitId, part.departmentId());
    List<Evidence> evidence = store.listEvidence(visitId);
    RecordContent content = entry.map(VisitRecord::content).orElse(RecordContent.empty());
    Signature signature = content.signature();
    RecordPaper paper =
        new RecordPaper(
            papers.head(visit, part.departmentId()),
            papers.taskNumbers(visit, locale),
            entry.map(e -> Lifecycle.wireName(e.state())).orElse(BLANK),
            content,
            part.items().stream()
                .map(
                    i ->
                        new ItemRecord(
                            papers.item(i),
                            entryOf(content, i),
                            problems(entryOf(content, i), locale)))
                .toList(),
            evidence,
            signature != null && !signature.signed(),
            signature != null && signature.signed() ? signature.signer() : null,
            notices.findLast(visitId).map(AdvanceNotice::said).orElse(null),
            entry.map(VisitRecord::review).map(this::reviewed).orElse(null),
            choices(policies.getVersion(visit.profileId(), visit.profileVersion())));
    return papers.paper(
        "visit-record", "record", visit, lastChange(visit, entry, evidence), locale, paper);
  }

  private static ItemEntry entryOf(RecordContent content, VisitItem asked) {
    return content.items().stream()
        .filter(
            e ->
                e.itemVersionId().equals(asked.itemVersionId())
                    && e.taskId().equals(asked.taskId()))
        .findFirst()
        .orElse(ItemEntry.blank(asked.taskId(), asked.itemVersionId()));
  }

  private @Nullable Reviewed reviewed(@Nullable Review review) {
    return review == null
        ? null
        : new Reviewed(organisation.getPerson(review.by()).name(), review.at(), review.note());
  }

  private static Choices choices(Profile profile) {
    // The open list has a line of its own for what is stated.
    List<String> types =
        wireNames(profile.resultTypes().value().values()).stream()
            .filter(t -> !t.equals("other"))
            .toList();
    return new Choices(
        types,
        profile.resultTypes().value().open(),
        wireNames(profile.directResults().value().reasons().stream().sorted().toList()),
        profile.directResults().value().open(),
        new RecordRules(profile).ways(),
        profile.advanceNotice().value().value() == Notice.Value.FORBIDDEN
            ? List.of()
            : new AdvanceNoticeRules(profile).ways(),
        profile.method().value().stepsMayBeAdjusted(),
        profile.refusalToSign().value().witness() == Witness.WHERE_NECESSARY);
  }

  private static List<String> wireNames(Collection<? extends Enum<?>> values) {
    return values.stream().map(Lifecycle::wireName).toList();
  }

  /** The last thing that is known to have happened to what the paper says. */
  private static Instant lastChange(
      Visit visit, Optional<VisitRecord> entry, List<Evidence> evidence) {
    List<Instant> times = new ArrayList<>();
    times.add(VisitPapers.startOf(visit));
    entry.map(VisitRecord::entry).map(Entry::at).ifPresent(times::add);
    entry.map(VisitRecord::review).map(Review::at).ifPresent(times::add);
    evidence.forEach(e -> times.add(e.addedAt()));
    return Collections.max(times);
  }
}

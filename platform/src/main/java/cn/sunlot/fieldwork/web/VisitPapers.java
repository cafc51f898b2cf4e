package cn.sunlot.fieldwork.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.Draw;
import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.domain.AdvanceNotice;
import cn.sunlot.fieldwork.domain.AdvanceNoticeRules;
import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.fieldwork.store.NoticeStore;
import cn.sunlot.fieldwork.web.VisitPaper.DrawNumber;
import cn.sunlot.fieldwork.web.VisitPaper.Head;
import cn.sunlot.fieldwork.web.VisitPaper.Item;
import cn.sunlot.fieldwork.web.VisitPaper.NoticePaper;
import cn.sunlot.fieldwork.web.VisitPaper.Officer;
import cn.sunlot.fieldwork.web.VisitPaper.OwnLine;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.TimeConfiguration;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.papers.Paper;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.kernel.web.PublicSite;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Term;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.screen.QrCode;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.Tasks.Task;
import cn.sunlot.tasking.Tasks.Visit;
import cn.sunlot.tasking.Tasks.VisitItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notice of a visit, and what all its papers begin with. */
@Component
@Transactional(readOnly = true)
class VisitPapers {

  private final VisibleVisits visits;
  private final NoticeStore notices;
  private final Tasks tasks;
  private final Draws draws;
  private final WholeView wholeView;
  private final Catalog catalog;
  private final Registry registry;
  private final Organisation organisation;
  private final Policies policies;
  private final ProblemTexts texts;
  private final PublicSite site;

  VisitPapers(
      VisibleVisits visits,
      NoticeStore notices,
      Tasks tasks,
      Draws draws,
      WholeView wholeView,
      Catalog catalog,
      Registry registry,
      Organisation organisation,
      Policies policies,
      ProblemTexts texts,
      PublicSite site) {
    this.visits = visits;
    this.notices = notices;
    this.tasks = tasks;
    this.draws = draws;
    this.wholeView = wholeView;
    this.catalog = catalog;
    this.registry = registry;
    this.organisation = organisation;
    this.policies = policies;
    this.texts = texts;
    this.site = site;
  }

  /**
   * A visit of which papers may be printed.
   *
   * @throws Refused if it was not sent out, or dropped: it has no team that could hand them over
   */
  Visit printable(UUID visitId) {
    Visit visit = visits.get(visitId);
    if (!visit.state().equals("dispatched") && !visit.state().equals("finished")) {
      throw Refused.because(FieldworkProblem.PAPER_TOO_EARLY, visit.number())
          .by(policies.getVersion(visit.profileId(), visit.profileVersion()).team().clauses());
    }
    return visit;
  }

  Paper notice(UUID visitId, Locale locale) {
    Visit visit = printable(visitId);
    Profile profile = policies.getVersion(visit.profileId(), visit.profileVersion());
    demandIssued(visit, new AdvanceNoticeRules(profile));
    Term window = profile.objection().value().openFor();
    NoticePaper content =
        new NoticePaper(
            head(visit, visit.departmentId()),
            cited(profile, locale),
            taskNumbers(visit, locale),
            visit.items().stream().map(this::item).toList(),
            Lifecycle.wireName(profile.advanceNotice().value().value()),
            profile.team().value().min(),
            window == null ? null : window.days(),
            drawNumbers(visit),
            ownLines(visit),
            site.address().orElse(""));
    return paper("notice", "notice", visit, startOf(visit), locale, content);
  }

  /**
   * Where the matter does not suit notice, nothing is disclosed and no notice issued: it would tell
   * the target of its visit (PDS-20).
   */
  private void demandIssued(Visit visit, AdvanceNoticeRules rules) {
    AdvanceNotice last = notices.findLast(visit.id()).orElse(null);
    if (last != null && rules.issuesNone(last) && !visit.state().equals("finished")) {
      throw Refused.because(
              FieldworkProblem.NOTICE_NOT_ISSUED, visit.number(), last.said().reason())
          .by(rules.clauses());
    }
  }

  /** The regulation whose rules prevail. */
  private static String cited(Profile profile, Locale locale) {
    return profile.chain().get(profile.chain().size() - 1).citedAs().in(locale);
  }

  /** The paper under the name of its bureau. */
  Paper paper(
      String template, String kind, Visit visit, Instant at, Locale locale, Object content) {
    return new Paper(
        template,
        locale,
        texts.text("fieldwork.paper.name." + kind, locale, visit.number()),
        organisation.getAuthority(visit.authorityId()).name(),
        visit.number(),
        at,
        content);
  }

  /** The part of a department; the first that is the person's where none is asked for. */
  VisitPart part(Visit visit, @Nullable UUID departmentId) {
    return visits.part(visit, departmentId);
  }

  Head head(Visit visit, UUID departmentId) {
    Target target = registry.getTarget(visit.targetId());
    return new Head(
        organisation.getDepartment(departmentId).name(),
        new VisitPaper.Target(
            visit.targetName(), visit.unitId(), target.address(), target.responsiblePerson()),
        visit.from(),
        visit.to(),
        visit.members().stream()
            .sorted(Comparator.comparing(Member::role))
            .map(m -> officer(m, registry.getInspector(m.inspectorId())))
            .toList());
  }

  private static Officer officer(Member member, Inspector inspector) {
    return new Officer(
        inspector.name(),
        inspector.licenceNumber(),
        inspector.post(),
        member.role().equals("a-leader"));
  }

  Item item(VisitItem asked) {
    ItemVersion item = catalog.getItem(asked.itemVersionId());
    return new Item(
        item.code(),
        item.name(),
        item.content(),
        item.basis(),
        item.methods(),
        tasks.getTask(asked.taskId()).number(),
        organisation.getDepartment(asked.departmentId()).name());
  }

  String taskNumbers(Visit visit, Locale locale) {
    return tasksOf(visit).map(Task::number).collect(Collectors.joining(comma(locale)));
  }

  private String comma(Locale locale) {
    return texts.text("papers.comma", locale);
  }

  private Stream<Task> tasksOf(Visit visit) {
    return visit.taskIds().stream().map(tasks::getTask).sorted(Comparator.comparing(Task::number));
  }

  /** Midnight of the first day: nothing later is said in a paper that is still to be filled in. */
  static Instant startOf(Visit visit) {
    return visit.from().atStartOfDay(TimeConfiguration.ZONE).toInstant();
  }

  /** The draws of all tasks that meet in the visit. */
  private List<DrawNumber> drawNumbers(Visit visit) {
    List<Task> of = tasksOf(visit).toList();
    List<DrawNumber> numbers = new ArrayList<>();
    // A team may come from other sections, whose people do not see the draws; their numbers are
    // public.
    wholeView.run(
        () -> {
          for (Task task : of) {
            drew(task, visit.targetId()).map(VisitPapers::number).forEach(numbers::add);
            UUID teams = task.inspectorDrawId();
            if (teams != null) {
              numbers.add(number(draws.getDraw(teams)));
            }
          }
        });
    return numbers;
  }

  /** The draw of the task that drew the target; none where nobody drew it. */
  private Stream<Draw> drew(Task task, UUID targetId) {
    return draws.listTargetDraws(task.id()).stream()
        .filter(
            draw ->
                draws.listDrawnTargets(draw.id()).stream()
                    .anyMatch(drawn -> drawn.targetId().equals(targetId)));
  }

  /** The codes of the target's lines in the draws of all tasks that meet in the visit. */
  private List<OwnLine> ownLines(Visit visit) {
    List<Task> of = tasksOf(visit).toList();
    List<OwnLine> lines = new ArrayList<>();
    wholeView.run(
        () ->
            of.stream()
                .flatMap(task -> drew(task, visit.targetId()))
                .forEach(
                    draw ->
                        draws
                            .findLineCode(draw.id(), visit.targetId())
                            .ifPresent(code -> lines.add(line(draw, code)))));
    return lines;
  }

  private OwnLine line(Draw draw, String code) {
    String where = site.page("/draws/" + draw.id() + "/line").orElse("");
    if (where.isEmpty()) {
      return new OwnLine(draw.number(), code, "", "");
    }
    // Behind the #, which browsers do not send: no server's log has the code.
    byte[] qr = QrCode.png(where + "#code=" + code);
    return new OwnLine(draw.number(), code, where, Base64.getEncoder().encodeToString(qr));
  }

  private static DrawNumber number(Draw draw) {
    return new DrawNumber(draw.purpose(), draw.number());
  }
}

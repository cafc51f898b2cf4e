package cn.sunlot.fieldwork.domain;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.checklist.Answers;
import cn.sunlot.checklist.Evaluation;
import cn.sunlot.checklist.WrongAnswer;
import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.domain.RecordContent.DirectResult;
import cn.sunlot.fieldwork.domain.RecordContent.ItemEntry;
import cn.sunlot.fieldwork.domain.RecordContent.Signature;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.DirectResults;
import cn.sunlot.policy.Method;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.RefusalToSign.How;
import cn.sunlot.policy.ResultTypes;
import cn.sunlot.policy.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a record must hold before it may be submitted (ZB-15, ZB-15.5, ZB-17); what the lists are
 * comes from the profile.
 */
public final class RecordRules {

  /** Something that is missing: the field on the screen, and the key of the text that says what. */
  public record Missing(String field, String key, List<String> arguments) {

    Missing(String field, String key) {
      this(field, "fieldwork.missing." + key, List.of());
    }
  }

  /** Marks a stated case where a list is open. */
  private static final String OTHER = "other:";

  private final Profile profile;

  public RecordRules(Profile profile) {
    this.profile = profile;
  }

  /**
   * Checks a direct result: its reason is listed, or stated where the list is open, and evidence
   * comes first.
   *
   * @param evidence how many pieces there are
   */
  public void checkDirect(DirectResult direct, int evidence) {
    Rule<DirectResults> rule = profile.directResults();
    boolean listed = wireNames(rule.value().reasons()).contains(direct.reason());
    if (!listed && !(rule.value().open() && isStated(direct.reason()))) {
      throw Refused.because(
              FieldworkProblem.DIRECT_REASON_NOT_LISTED,
              direct.reason(),
              String.join("、", wireNames(rule.value().reasons())))
          .by(rule.clauses());
    }
    if (rule.value().evidenceFirst() && evidence == 0) {
      throw Refused.because(FieldworkProblem.EVIDENCE_FIRST).by(rule.clauses());
    }
  }

  /**
   * What is missing in those who were there (ZB-7, ZB-9, ZB-15).
   *
   * @param team everybody of the team, with the last day of the licence
   */
  public List<Missing> missingOfficers(RecordContent content, Map<UUID, LocalDate> team) {
    List<UUID> named = content.officers();
    Set<UUID> present = new HashSet<>(named == null ? team.keySet() : named);
    present.retainAll(team.keySet());
    List<Missing> missing = new ArrayList<>();
    if (present.size() < profile.team().value().min()) {
      missing.add(new Missing("officers", "officers"));
    }
    LocalDate day = content.visitedOn();
    if (day != null && present.stream().anyMatch(id -> !mayInspect(team.get(id), day))) {
      missing.add(new Missing("officers", "officer-licence"));
    }
    return missing;
  }

  /** Whether a licence that ends on this day lets its holder inspect on that day. */
  public boolean mayInspect(@Nullable LocalDate licenceUntil, LocalDate day) {
    return !profile.inspectors().value().mustHoldLicence()
        || (licenceUntil != null && !licenceUntil.isBefore(day));
  }

  /**
   * What is missing in a record.
   *
   * @param items item versions of the visit, by task
   * @param checklists by item version; items without one are absent
   * @param recordings kinds of evidence there are
   * @param photos hashes of the photos among them
   */
  public List<Missing> missing(
      RecordContent content,
      Collection<UUID> items,
      Map<UUID, Checklist> checklists,
      Set<String> recordings,
      Set<String> photos,
      LocalDate earliest,
      LocalDate today) {
    List<Missing> missing = new ArrayList<>();
    LocalDate day = content.visitedOn();
    if (day == null || day.isBefore(earliest) || day.isAfter(today)) {
      missing.add(new Missing("visitedOn", "visited-on"));
    }
    if (content.direct() == null) {
      checkSteps(content, recordings, missing);
      checkSignature(content.signature(), recordings, missing);
      for (UUID item : items) {
        checkItem(content, item, checklists, photos, missing);
      }
    } else if (content.direct().explanation().isBlank()) {
      missing.add(new Missing("direct.explanation", "direct-explanation"));
    }
    return missing;
  }

  private void checkSteps(RecordContent content, Set<String> recordings, List<Missing> missing) {
    Method method = profile.method().value();
    // Steps may be adjusted to suit the target where the rules say so, with a reason (ZB-15.5).
    boolean adjusted = method.stepsMayBeAdjusted() && !content.adjustedSteps().isBlank();
    if (content.methods().isEmpty()
        || !wireNames(method.allowed()).containsAll(content.methods())) {
      missing.add(new Missing("methods", "methods"));
    }
    if (!content.licencesShown() && !adjusted) {
      missing.add(new Missing("licencesShown", "licences-shown"));
    }
    if (!content.noticeHandedOver() && !adjusted) {
      missing.add(new Missing("noticeHandedOver", "notice-handed-over"));
    }
    boolean recorded =
        recordings.contains("photo")
            || recordings.contains("video")
            || recordings.contains("audio");
    if (profile.wholeProcessRecording().value() && !recorded && !adjusted) {
      missing.add(new Missing("evidence", "recording"));
    }
  }

  private void checkSignature(
      @Nullable Signature signature, Set<String> recordings, List<Missing> missing) {
    if (signature == null) {
      missing.add(new Missing("signature", "signature"));
    } else if (signature.signed() && signature.signer().isBlank()) {
      missing.add(new Missing("signature.signer", "signer"));
    } else if (!signature.signed()
        && profile.refusalToSign().value().record() == How.OFFICERS_NOTE_AND_SIGN) {
      if (signature.explanation().isBlank()) {
        missing.add(new Missing("signature.explanation", "refusal-explanation"));
      }
      if (!recordings.contains("signature")) {
        missing.add(new Missing("evidence", "refusal-signatures"));
      }
    }
  }

  private void checkItem(
      RecordContent content,
      UUID item,
      Map<UUID, Checklist> checklists,
      Set<String> photos,
      List<Missing> missing) {
    ItemEntry entry =
        content.items().stream()
            .filter(e -> e.itemVersionId().equals(item))
            .findFirst()
            .orElse(null);
    String field = "items." + item;
    ResultTypes types = profile.resultTypes().value();
    if (entry == null
        || (!wireNames(types.values()).contains(entry.type())
            && !(types.open() && isStated(entry.type())))) {
      missing.add(new Missing(field + ".type", "result-type"));
      return;
    }
    if (!entry.type().equals("no-problem-found") && entry.finding().isBlank()) {
      missing.add(new Missing(field + ".finding", "finding"));
    }
    if (entry.type().equals("no-problem-found") && entry.hasProblems()) {
      missing.add(new Missing(field + ".type", "type-against-problems"));
    }
    if (entry.added().stream().anyMatch(p -> !p.saysEnough())) {
      missing.add(new Missing(field + ".added", "added-problem"));
    }
    Checklist checklist = checklists.get(item);
    if (checklist != null) {
      checkAnswers(field, checklist, entry.given(), photos, missing);
    }
  }

  private static void checkAnswers(
      String field, Checklist checklist, Answers given, Set<String> photos, List<Missing> missing) {
    Evaluation evaluation = Evaluation.of(checklist.definition(), given);
    String at = field + ".answers.";
    evaluation.missing().forEach(code -> missing.add(new Missing(at + code, "answer")));
    for (WrongAnswer wrong : evaluation.wrong()) {
      String cell =
          wrong.row() == 0
              ? ""
              : "." + wrong.row() + (wrong.column().isEmpty() ? "" : "." + wrong.column());
      missing.add(
          new Missing(
              at + wrong.question() + cell, "checklist.answer." + wrong.key(), wrong.arguments()));
    }
    checklist
        .definition()
        .questions()
        .filter(q -> q.kind().equals("photo") && evaluation.visible().contains(q.code()))
        .filter(q -> !photos.containsAll(given.several().getOrDefault(q.code(), List.of())))
        .forEach(q -> missing.add(new Missing(at + q.code(), "checklist.answer.photo", List.of())));
  }

  private static boolean isStated(String value) {
    return value.startsWith(OTHER) && value.length() > OTHER.length() + 1;
  }

  private static Set<String> wireNames(Collection<? extends Enum<?>> values) {
    Set<String> names = new TreeSet<>();
    values.forEach(v -> names.add(Lifecycle.wireName(v)));
    return names;
  }
}

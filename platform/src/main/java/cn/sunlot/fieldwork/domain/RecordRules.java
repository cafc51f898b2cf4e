package cn.sunlot.fieldwork.domain;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.domain.RecordContent.DirectResult;
import cn.sunlot.fieldwork.domain.RecordContent.Signature;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.TimeConfiguration;
import cn.sunlot.policy.DirectResults;
import cn.sunlot.policy.Method;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.RefusalToSign;
import cn.sunlot.policy.RefusalToSign.How;
import cn.sunlot.policy.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a record must hold before it may be submitted (ZB-15, ZB-15.5, ZB-17, PDS-19 to PDS-21,
 * TZ-30, TZ-32); what the lists are comes from the profile.
 */
public final class RecordRules {

  private static final String ON_SITE = Lifecycle.wireName(Method.Way.ON_SITE);

  /**
   * What was kept besides the record.
   *
   * @param kinds of evidence there are
   * @param photos hashes of the photos among them
   */
  public record Proof(Set<String> kinds, Set<String> photos) {}

  private final Profile profile;

  public RecordRules(Profile profile) {
    this.profile = profile;
  }

  /**
   * Checks a direct result: its reason is listed, or stated where the list is open, and evidence
   * comes first.
   *
   * @param evidence how many pieces there are
   * @param words puts the listed reasons into words
   */
  public void checkDirect(DirectResult direct, int evidence, Function<List<String>, String> words) {
    Rule<DirectResults> rule = profile.directResults();
    DirectResults cases = rule.value();
    if (!StatedCase.fits(direct.reason(), cases.reasons(), cases.open())) {
      throw Refused.because(
              cases.open()
                  ? FieldworkProblem.DIRECT_REASON_NOT_LISTED
                  : FieldworkProblem.DIRECT_REASONS_CLOSED,
              direct.reason(),
              words.apply(StatedCase.wireNames(cases.reasons())))
          .by(rule.clauses());
    }
    if (cases.evidenceFirst() && evidence == 0) {
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
      missing.add(Missing.of("officers", "officers", profile.team()));
    }
    LocalDate day = content.visitedOn();
    if (day != null && present.stream().anyMatch(id -> !mayInspect(team.get(id), day))) {
      missing.add(Missing.of("officers", "officer-licence", profile.inspectors()));
    }
    return missing;
  }

  /** Whether a licence that ends on this day lets its holder inspect on that day. */
  public boolean mayInspect(@Nullable LocalDate licenceUntil, LocalDate day) {
    return !profile.inspectors().value().mustHoldLicence()
        || (licenceUntil != null && !licenceUntil.isBefore(day));
  }

  /** The ways of inspecting that there are, by wire names, in their order. */
  public List<String> ways() {
    Method method = profile.method().value();
    Set<String> ways = new LinkedHashSet<>();
    if (method.needsVisitOnSite()) {
      ways.add(ON_SITE);
      List.of(Method.Addition.values()).stream()
          .filter(method.mayAdd()::contains)
          .map(Lifecycle::wireName)
          .forEach(ways::add);
    } else {
      List.of(Method.Way.values()).stream()
          .filter(method.allowed()::contains)
          .map(Lifecycle::wireName)
          .forEach(ways::add);
    }
    return List.copyOf(ways);
  }

  /**
   * What is missing of a word on notice beforehand (PDS-20).
   *
   * @param last what was put down last, or null
   */
  public List<Missing> missingNotice(RecordContent content, @Nullable AdvanceNotice last) {
    if (!new AdvanceNoticeRules(profile).demandsWord() || content.direct() != null) {
      return List.of();
    }
    if (last == null) {
      return List.of(Missing.of("advanceNotice", "advance-notice", profile.advanceNotice()));
    }
    var at = last.said().givenAt();
    LocalDate day = content.visitedOn();
    boolean late =
        at != null && day != null && LocalDate.ofInstant(at, TimeConfiguration.ZONE).isAfter(day);
    return late
        ? List.of(Missing.of("advanceNotice", "advance-notice-late", profile.advanceNotice()))
        : List.of();
  }

  /**
   * What is missing in a record.
   *
   * @param items item versions of the part
   * @param checklists by item version; items without one are absent
   */
  public List<Missing> missing(
      RecordContent content,
      Collection<UUID> items,
      Map<UUID, Checklist> checklists,
      Proof proof,
      LocalDate earliest,
      LocalDate today) {
    List<Missing> missing = new ArrayList<>();
    LocalDate day = content.visitedOn();
    if (day == null || day.isBefore(earliest) || day.isAfter(today)) {
      missing.add(Missing.of("visitedOn", "visited-on", course()));
    }
    if (content.direct() == null) {
      checkMethods(content, missing);
      checkSteps(content, proof.kinds(), missing);
      checkSignature(content.signature(), proof.kinds(), missing);
      ItemRules rules = new ItemRules(profile, checklists, proof.photos());
      items.forEach(item -> missing.addAll(rules.missing(content, item)));
    } else if (content.direct().explanation().isBlank()) {
      missing.add(Missing.of("direct.explanation", "direct-explanation", profile.directResults()));
    }
    return missing;
  }

  /** What the rules say of how an inspection goes on site. */
  private Rule<RefusalToSign> course() {
    return profile.refusalToSign();
  }

  private void checkMethods(RecordContent content, List<Missing> missing) {
    if (content.methods().isEmpty() || !ways().containsAll(content.methods())) {
      missing.add(Missing.of("methods", "methods", profile.method()));
    } else if (profile.method().value().needsVisitOnSite()
        && !content.methods().contains(ON_SITE)) {
      missing.add(Missing.of("methods", "on-site", profile.method()));
    }
    if (!profile.method().value().stepsMayBeAdjusted() && !content.adjustedSteps().isBlank()) {
      missing.add(Missing.of("adjustedSteps", "steps-fixed", profile.method()));
    }
  }

  private void checkSteps(RecordContent content, Set<String> kinds, List<Missing> missing) {
    // Steps may be adjusted to suit the target where the rules say so, with a reason (ZB-15.5).
    boolean adjusted =
        profile.method().value().stepsMayBeAdjusted() && !content.adjustedSteps().isBlank();
    if (!content.licencesShown() && !adjusted) {
      missing.add(Missing.of("licencesShown", "licences-shown", course()));
    }
    if (!content.noticeHandedOver() && !adjusted) {
      missing.add(Missing.of("noticeHandedOver", "notice-handed-over", course()));
    }
    boolean recorded =
        kinds.contains("photo") || kinds.contains("video") || kinds.contains("audio");
    if (profile.wholeProcessRecording().value() && !recorded && !adjusted) {
      missing.add(Missing.of("evidence", "recording", profile.wholeProcessRecording()));
    }
  }

  private void checkSignature(
      @Nullable Signature signature, Set<String> kinds, List<Missing> missing) {
    if (signature == null) {
      missing.add(Missing.of("signature", "signature", course()));
    } else if (signature.signed() && signature.signer().isBlank()) {
      missing.add(Missing.of("signature.signer", "signer", course()));
    } else if (!signature.signed()
        && profile.refusalToSign().value().record() == How.OFFICERS_NOTE_AND_SIGN) {
      if (signature.explanation().isBlank()) {
        missing.add(Missing.of("signature.explanation", "refusal-explanation", course()));
      }
      if (!kinds.contains("signature")) {
        missing.add(Missing.of("evidence", "refusal-signatures", course()));
      }
    }
  }
}

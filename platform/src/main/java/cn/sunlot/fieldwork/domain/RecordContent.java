package cn.sunlot.fieldwork.domain;

import cn.sunlot.checklist.Answers;
import cn.sunlot.checklist.Evaluation.Found;
import cn.sunlot.checklist.Outcome.Consequence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the team puts down.
 *
 * @param visitedOn the day on site, or null while unknown
 * @param methods wire names of ways of inspecting
 * @param adjustedSteps which steps were changed or dropped, and why (ZB-15.5), or ""
 * @param direct why no inspection was possible, or null
 * @param officers who of the team was there, or null for the whole team
 */
public record RecordContent(
    @Nullable LocalDate visitedOn,
    List<String> methods,
    boolean licencesShown,
    boolean noticeHandedOver,
    String adjustedSteps,
    List<ItemEntry> items,
    @Nullable Signature signature,
    @Nullable DirectResult direct,
    @Nullable List<UUID> officers) {

  /**
   * What was found for one item.
   *
   * @param checklistId version of the checklist that was answered, or null where there is none or
   *     nobody entered anything yet
   * @param answers checklist answers of one text each, by question code
   * @param several of several choices, and hashes of photos
   * @param rows of tables
   * @param remarks facts put down beside an answer
   * @param type wire name of a result type, or {@code other:…}
   * @param found what follows from the answers by the checklist; the platform says it
   * @param added problems that the team found besides
   */
  public record ItemEntry(
      UUID taskId,
      UUID itemVersionId,
      @Nullable UUID checklistId,
      Map<String, String> answers,
      Map<String, List<String>> several,
      Map<String, List<Map<String, String>>> rows,
      Map<String, String> remarks,
      String type,
      String finding,
      List<String> measures,
      String handling,
      List<Found> found,
      List<AddedProblem> added) {

    // Records of the time before checklists had more than one text as an answer lack the rest.
    public ItemEntry {
      answers = answers == null ? Map.of() : answers;
      several = several == null ? Map.of() : several;
      rows = rows == null ? Map.of() : rows;
      remarks = remarks == null ? Map.of() : remarks;
      found = found == null ? List.of() : found;
      added = added == null ? List.of() : added;
    }

    public static ItemEntry blank(UUID taskId, UUID itemVersionId) {
      return new ItemEntry(
          taskId,
          itemVersionId,
          null,
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          "",
          "",
          List.of(),
          "",
          List.of(),
          List.of());
    }

    public Answers given() {
      return new Answers(answers, several, rows, remarks);
    }

    /** The same with these answers to this version of a checklist, and what follows from them. */
    public ItemEntry answering(UUID version, Answers given, List<Found> follows) {
      return new ItemEntry(
          taskId,
          itemVersionId,
          version,
          given.answers(),
          given.several(),
          given.rows(),
          given.remarks(),
          type,
          finding,
          measures,
          handling,
          follows,
          added);
    }

    /** Whether anything that was found counts as a problem. */
    public boolean hasProblems() {
      return !added.isEmpty() || found.stream().anyMatch(Found::problem);
    }
  }

  /**
   * A problem that no answer says.
   *
   * @param question code of the question that it was met at, or ""
   */
  public record AddedProblem(String question, String text, Consequence consequence) {

    public AddedProblem {
      question = question == null ? "" : question;
      text = text == null ? "" : text;
      consequence = consequence == null ? Consequence.NONE : consequence;
    }

    boolean saysEnough() {
      return !text.isBlank() && consequence.saysEnough();
    }
  }

  /**
   * The target's signature, or its refusal.
   *
   * @param signed false where the target refused
   * @param signer who signed for the target
   * @param explanation why it was refused, put down and signed by the officers
   * @param witness who witnessed the refusal, or ""
   */
  public record Signature(boolean signed, String signer, String explanation, String witness) {}

  /**
   * A result without inspection (ZB-17).
   *
   * @param reason wire name of a listed reason, or {@code other:…}
   * @param explanation what the team saw
   */
  public record DirectResult(String reason, String explanation) {}

  /** The same with these entries. */
  public RecordContent with(List<ItemEntry> entries) {
    return new RecordContent(
        visitedOn,
        methods,
        licencesShown,
        noticeHandedOver,
        adjustedSteps,
        entries,
        signature,
        direct,
        officers);
  }

  /** What was put down of the course alone, for the record of another department of the team. */
  public RecordContent courseOnly() {
    return new RecordContent(
        visitedOn,
        methods,
        licencesShown,
        noticeHandedOver,
        adjustedSteps,
        List.of(),
        null,
        null,
        officers);
  }

  /** The same, inspected in these ways. */
  public RecordContent by(List<String> ways) {
    return new RecordContent(
        visitedOn,
        ways,
        licencesShown,
        noticeHandedOver,
        adjustedSteps,
        items,
        signature,
        direct,
        officers);
  }

  public static RecordContent empty() {
    return new RecordContent(null, List.of(), false, false, "", List.of(), null, null, null);
  }
}

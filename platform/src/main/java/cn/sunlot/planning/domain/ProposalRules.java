package cn.sunlot.planning.domain;

import cn.sunlot.kernel.WrongValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a proposal must say (TZ-M6, TZ-17, RS-2.4). */
public final class ProposalRules {

  /** Up to so many participants agree among themselves; with more the office coordinates. */
  public static final int FEW = 2;

  private ProposalRules() {}

  /**
   * Values that do not fit.
   *
   * @param leading the lead department and its sections, one of which carries it out
   */
  public static List<WrongValue> wrong(
      Line line, String focus, @Nullable AdHocGround adHoc, Set<UUID> leading) {
    List<WrongValue> wrong = new ArrayList<>();
    if (JointLine.participants(line).isEmpty()) {
      wrong.add(of("participants", "", "participants-missing"));
    }
    if (!leading.contains(line.executingId())) {
      wrong.add(of("executingId", line.executingId().toString(), "executing-not-lead"));
    }
    if (focus.isBlank()) {
      wrong.add(of("focus", focus, "required"));
    }
    if (adHoc != null) {
      if (adHoc.text().isBlank()) {
        wrong.add(of("groundText", "", "required"));
      }
      if (adHoc.isOrdered() && adHoc.documentNumber().isBlank()) {
        wrong.add(of("documentNumber", "", "document-missing"));
      }
    }
    return wrong;
  }

  /** What is wrong with the last day of the answers. */
  public static List<WrongValue> wrong(@Nullable LocalDate until, LocalDate today) {
    return until == null || until.isBefore(today)
        ? List.of(of("answersUntil", until == null ? "" : until.toString(), "answers-until"))
        : List.of();
  }

  /** Whether the office coordinates where the lead does not say (RS-2.4). */
  public static boolean byOffice(@Nullable Boolean said, List<UUID> participants) {
    return said == null ? participants.size() > FEW : said;
  }

  /** Whether it came after the day until which it had to (PDS-7); where none is set, never. */
  public static boolean isLate(@Nullable LocalDate due, @Nullable LocalDate done, LocalDate today) {
    return due != null && (done == null ? today : done).isAfter(due);
  }

  private static WrongValue of(String field, String value, String key) {
    return WrongValue.of(field, value, "planning.field." + key);
  }
}

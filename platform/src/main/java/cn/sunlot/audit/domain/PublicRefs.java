package cn.sunlot.audit.domain;

import java.util.regex.Pattern;

/**
 * Which refs the public log may show: numbers that the platform gave, and things that are public
 * anyway. A login or the code of an enterprise would tell who works here, or who is looked at
 * before a visit; of these the log shows a pseudonym that only the database resolves.
 */
public final class PublicRefs {

  /** Numbers of plans, tasks, draws, visits, results, imports. */
  private static final Pattern NUMBER = Pattern.compile("[PTDVRI]-[0-9]{4}-[0-9]{4,9}");

  /**
   * Item list, rules, working days, keys of the log; and draws, whose ref is the drawId, whatever
   * an authority's one looks like: verifiers find a draw by it (log.md).
   */
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("(draw|item|checklist|profile|calendar|log-key|expired-profile)-.+");

  private PublicRefs() {}

  /** Whether the ref of an entry of this type is shown as it is. */
  public static boolean shows(String type, String ref) {
    return PUBLIC_TYPE.matcher(type).matches() || NUMBER.matcher(ref).matches();
  }
}

package cn.sunlot.catalog;

import cn.sunlot.kernel.Problem;

/** Why something about the item list is refused. */
public enum CatalogProblem implements Problem {
  /** Arguments: code, name of the item that has it. */
  CODE_TAKEN(409),
  /** Arguments: code of the item, name of its section. */
  OTHER_SECTION(403),
  /** Arguments: name of the item, the cap as a percentage, title of the profile, clauses. */
  KEY_ITEM_HAS_NO_CAP(422),
  /** Arguments: name of the item, title of the profile, clauses. */
  RATIO_CAP_REQUIRED(422),
  /** Arguments: name of the item, number of gaps, title of the profile, clauses. */
  ITEM_INCOMPLETE(422),
  REASON_MISSING(422),
  /** Arguments: the day given, the first day possible. */
  DAY_TOO_EARLY(422),
  /** Arguments: number of the version. */
  CHECKLIST_MISSING(404),
  /** Arguments: name of the file, number of mistakes. */
  CHECKLIST_UNREADABLE(422),
  /** Arguments: name of the item, name of the authority, clauses. */
  NO_JOINT_LIST(422),
  /** Arguments: code of the item, name of the office. */
  NOT_THE_OFFICE(403),
  /** Arguments: code of the item, name of the region. */
  NO_CONFERENCE_OFFICE(409),
  /** Arguments: name of the item, name of the office, clauses. */
  JOINT_ITEM(409),
  /** Arguments: name of the item, name of the office, clauses. */
  STAYS_JOINT(409),
  /** Arguments: name of the item, the day given, today. */
  DECISION_IN_FUTURE(422),
  /** Arguments: number of items, number of those refused, clauses. */
  BATCH_REFUSED(422),
  /** Arguments: code of the item, clauses. */
  NOT_ON_SUPERIOR_LIST(422),
  /** Arguments: code of the item, name of the list, number of differences, clauses. */
  SUPERIOR_CONTENT_FIXED(422),
  /** Arguments: code of the item, name and edition of the list, clauses. */
  SUPERIOR_LIST_HAS_IT(409),
  /** Arguments: name of the list, its edition, the day. */
  EDITION_THERE(409);

  private final int status;

  CatalogProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "catalog";
  }

  @Override
  public int status() {
    return status;
  }
}

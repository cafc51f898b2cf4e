package cn.sunlot.registry;

import cn.sunlot.kernel.Problem;

/** Why something about the registries is refused. */
public enum RegistryProblem implements Problem {
  /** Arguments: the id, name of the target that has it. */
  UNIT_ID_TAKEN(409),
  /** Arguments: the id, the row where it stands ("" outside tables), how many there are. */
  UNIT_ELSEWHERE(409),
  /**
   * Arguments: the id, the id of the target into which it was merged ("" where the reader does not
   * see it), the row where it stands ("" outside tables).
   */
  UNIT_MERGED(409),
  /** Arguments: the name of the target, the id of the one into which it was merged. */
  TARGET_MERGED(409),
  /** Arguments: names of the two targets, in the order survivor, absorbed. */
  KINDS_DIFFER(409),
  SURVIVOR_NOT_ACTIVE(409),
  BELONGS_TO_OTHER(409),
  /** Arguments: the name of the survivor, the id of the one into which it was merged since. */
  MERGED_ON(409),
  DUPLICATE_RUN_UNDER_WAY(409),
  /** Arguments: licence number, name of the inspector who has it. */
  LICENCE_TAKEN(409),
  /** Arguments: name of the person, name of the inspector linked to the account. */
  ACCOUNT_LINKED(409),
  /** Arguments: name of the expert or agency. */
  EXPERT_THERE(409),
  /**
   * Arguments: the relation in Chinese, in English, the unit, the other unit, the row where it
   * stands ("" outside tables).
   */
  RELATION_WRONG(409),
  /** Arguments: the name. */
  SUB_REGISTRY_NAME_TAKEN(409),
  REASON_MISSING(422),
  EXPORT_GONE(410),
  /** Arguments: rows that the list has, rows that an export may have. */
  EXPORT_TOO_LARGE(422),
  /** Arguments: how many targets the list had, how many it has now. */
  LIST_CHANGED(409),
  /** Arguments: how many rows of a list can be turned over. */
  PAGE_TOO_FAR(422),
  /** Arguments: how many targets the index has so far. */
  INDEX_BEING_BUILT(503);

  private final int status;

  RegistryProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "registry";
  }

  @Override
  public int status() {
    return status;
  }
}

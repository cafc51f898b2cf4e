package cn.sunlot.policy;

import java.util.Set;

/**
 * Who may inspect.
 *
 * @param mayCheckAnyListedItem any inspector may check any item of the list: lifts the match of
 *     qualification and item
 * @param trainingFirst whether training for double random comes before the first inspection (TZ-22)
 * @param publicFields what is kept of an inspector and public
 */
public record InspectorRules(
    boolean mustHoldLicence,
    boolean matchQualificationToItem,
    Set<Admitted> admitted,
    boolean mayCheckAnyListedItem,
    boolean trainingFirst,
    Set<PublicField> publicFields) {

  /** Who may be in the registry of inspectors. */
  public enum Admitted {
    LICENSED_OFFICER
  }

  /** What the public sees of an inspector. */
  public enum PublicField {
    NAME,
    SEX,
    POST,
    LICENCE_NUMBER
  }

  public InspectorRules {
    admitted = Set.copyOf(admitted);
    publicFields = Set.copyOf(publicFields);
  }

  /** Whether an inspector must hold the qualification that the item asks for. */
  public boolean qualificationDecides() {
    return matchQualificationToItem && !mayCheckAnyListedItem;
  }
}

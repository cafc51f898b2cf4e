package cn.sunlot.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may inspect.
 *
 * @param mayCheckAnyListedItem any inspector may check any item of the list: lifts the match of
 *     qualification and item
 * @param trainingFirst whether training for double random comes before the first inspection (TZ-22)
 * @param publicFields what is kept of an inspector and public
 * @param licenceRegionLimits whether a licence holds in its region only (TZ-22); null, in versions
 *     from before this was asked, is no
 */
public record InspectorRules(
    boolean mustHoldLicence,
    boolean matchQualificationToItem,
    Set<Admitted> admitted,
    boolean mayCheckAnyListedItem,
    boolean trainingFirst,
    Set<PublicField> publicFields,
    @Nullable Boolean licenceRegionLimits) {

  /** Who may be in the registry of inspectors. */
  public enum Admitted {
    LICENSED_OFFICER,
    ENFORCEMENT_CIVIL_SERVANT,
    ENFORCEMENT_STAFF,
    QUALIFIED_STAFF,
    /** They accompany licensed officers; nobody inspects without a licence (N-6). */
    DAILY_SUPERVISION_STAFF
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

  /** Whether a licence of another region is good for nothing here. */
  public boolean isLimitedToLicenceRegion() {
    return Boolean.TRUE.equals(licenceRegionLimits);
  }

  /** Whether an inspector must hold the qualification that the item asks for. */
  public boolean qualificationDecides() {
    return matchQualificationToItem && !mayCheckAnyListedItem;
  }
}

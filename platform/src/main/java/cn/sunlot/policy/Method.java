package cn.sunlot.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How targets are inspected. What is null, as in versions from before it was asked, is not laid
 * down.
 *
 * @param stepsMayBeAdjusted steps may be changed or dropped to suit the target, with a reason
 * @param onSiteRequired every inspection has a part on site
 * @param mayAdd what may be added to the part on site
 * @param usual what is chosen where nothing speaks against it
 * @param by with what an inspection is carried out
 */
public record Method(
    Set<Way> allowed,
    boolean stepsMayBeAdjusted,
    @Nullable Boolean onSiteRequired,
    @Nullable Set<Addition> mayAdd,
    @Nullable Way usual,
    @Nullable Device by) {

  /** How a target is inspected. */
  public enum Way {
    DOCUMENTS,
    ON_SITE,
    NETWORK_MONITORING,
    TESTING
  }

  /** What may be added to an inspection on site. */
  public enum Addition {
    DOCUMENTS,
    NETWORK_MONITORING,
    /** Audits, appraisals and tests by others. */
    THIRD_PARTY
  }

  public Method {
    allowed = Set.copyOf(allowed);
    mayAdd = mayAdd == null ? null : Set.copyOf(mayAdd);
  }

  /** What may be added to the part on site; nothing where nothing is laid down. */
  @Override
  public Set<Addition> mayAdd() {
    return mayAdd == null ? Set.of() : mayAdd;
  }

  /** Whether an inspection has a part on site. */
  public boolean needsVisitOnSite() {
    return Boolean.TRUE.equals(onSiteRequired);
  }
}

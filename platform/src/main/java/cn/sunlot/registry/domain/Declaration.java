package cn.sunlot.registry.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interest of an inspector in a business or a person, wherever it turns up among the targets
 * (ZB-11, TZ-24).
 *
 * @param unitId of a business, as draws use it; null for a person
 * @param name of the business or the person
 */
public record Declaration(
    UUID id, Kind kind, @Nullable String unitId, String name, Relation relation, String reason) {

  /** In whom. */
  public enum Kind {
    BUSINESS,
    /** A person: every target for which somebody of this name answers. */
    PERSON
  }

  /** What it is. */
  public enum Relation {
    RELATIVE,
    HOLDS_SHARES,
    FORMER_EMPLOYER,
    DISPUTE,
    OTHER
  }
}

package cn.sunlot.policy;

import cn.sunlot.organisation.Line;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which departments must initiate joint inspections, or join one, in a year (PDS-9). Fulfilled or
 * not, never ranked.
 *
 * @param at where, or null where nobody has to
 */
public record InitiationDuty(
    @Nullable Level at, Set<Field> initiateAtLeastOnce, Set<Field> initiateOrJoinAtLeastOnce) {

  /** Nobody has to, as in versions from before this was asked. */
  public static final InitiationDuty NOBODY = new InitiationDuty(null, Set.of(), Set.of());

  /** Where the duty holds. */
  public enum Level {
    EACH_LEVEL
  }

  /** Fields of administration, each the business of a line of departments. */
  public enum Field {
    MARKET_SUPERVISION(Line.MARKET_SUPERVISION),
    ECOLOGY_ENVIRONMENT(Line.ECOLOGY),
    TRANSPORT(Line.TRANSPORT),
    AGRICULTURE_RURAL(Line.AGRICULTURE),
    CULTURE_TOURISM(Line.CULTURE_TOURISM),
    DEVELOPMENT_REFORM(Line.DEVELOPMENT_REFORM),
    EDUCATION(Line.EDUCATION),
    PUBLIC_SECURITY(Line.POLICE),
    HUMAN_RESOURCES(Line.HUMAN_RESOURCES),
    HOUSING_CONSTRUCTION(Line.HOUSING),
    COMMERCE(Line.COMMERCE),
    HEALTH(Line.HEALTH),
    EMERGENCY(Line.EMERGENCY),
    TAX(Line.TAX);

    private final Line line;

    Field(Line line) {
      this.line = line;
    }

    /** The line of departments whose business it is. */
    public Line line() {
      return line;
    }
  }

  public InitiationDuty {
    initiateAtLeastOnce = Set.copyOf(initiateAtLeastOnce);
    initiateOrJoinAtLeastOnce = Set.copyOf(initiateOrJoinAtLeastOnce);
  }
}

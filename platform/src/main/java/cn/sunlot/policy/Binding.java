package cn.sunlot.policy;

/**
 * For whom a profile was made.
 *
 * @param kind of authority
 * @param region GB/T 2260 code, six digits
 * @param name of the city, county or bureau
 */
public record Binding(Kind kind, String region, String name) {

  /** Kinds of authority that a profile can be made for. */
  public enum Kind {
    CITY,
    /** A county inside the authority of its city: refines the city's rules (TZ-43). */
    COUNTY,
    BUREAU
  }
}

package cn.sunlot.organisation.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A town or street: the fourth level of divisions.
 *
 * @param code nine digits, the first six its county's
 * @param until last day of the code, or null
 * @param successor where its ground belongs since, or null
 */
public record Township(
    String code,
    String name,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable String successor,
    int version) {

  public String county() {
    return code.substring(0, 6);
  }
}

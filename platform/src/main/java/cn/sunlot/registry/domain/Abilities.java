package cn.sunlot.registry.domain;

import java.util.List;

/**
 * What an inspector can be drawn for, as tags (TZ-12), each once, sorted.
 *
 * @param qualifications that were obtained
 * @param specialities in which somebody is experienced
 * @param items codes of the items they may inspect (TZ-11); none is all
 */
public record Abilities(
    List<String> qualifications, List<String> specialities, List<String> items) {

  public static final Abilities NONE = new Abilities(List.of(), List.of(), List.of());

  public Abilities {
    qualifications = Qualifications.of(qualifications);
    specialities = Qualifications.of(specialities);
    items = Qualifications.of(items);
  }
}

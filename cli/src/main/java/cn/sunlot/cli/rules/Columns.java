package cn.sunlot.cli.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a sheet holds what.
 *
 * @param names member of the rules → name in the sheet's header
 * @param entry for messages
 */
public record Columns(Map<String, String> names, Entry entry) {

  static Columns read(Entry entry, List<String> required, List<String> optional) {
    String[] known = new String[required.size() + optional.size()];
    for (int i = 0; i < known.length; i++) {
      known[i] = i < required.size() ? required.get(i) : optional.get(i - required.size());
    }
    entry.only(known);
    required.forEach(entry::get);
    Map<String, String> names = new LinkedHashMap<>();
    entry.members().forEach((member, column) -> names.put(member, column.text()));
    return new Columns(names, entry);
  }

  /** The header's name for a member, if the rules name one. */
  public Optional<String> find(String member) {
    return Optional.ofNullable(names.get(member));
  }
}

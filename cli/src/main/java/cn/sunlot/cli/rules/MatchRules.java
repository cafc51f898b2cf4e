package cn.sunlot.cli.rules;

import cn.sunlot.draw.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rules of a matching of inspectors to visits.
 *
 * @param inspectors where the inspectors stand: id, classes, and if given name, capacity, absent
 * @param capacity how many visits an inspector without a number of his own may get
 * @param classCodes codes of what the class column says
 * @param reasonCodes codes of reasons of absence
 * @param visits where the visits stand: id, and if given name, recused
 * @param roles role → class, the same for every visit
 * @param balance whether to spread the work evenly
 */
public record MatchRules(
    Ceremony ceremony,
    Listed inspectors,
    int capacity,
    Codes classCodes,
    Codes reasonCodes,
    Listed visits,
    Map<String, String> roles,
    boolean balance) {

  /** Most visits of one inspector. */
  public static final int MAX_CAPACITY = 1_000_000;

  /**
   * A list in a sheet.
   *
   * @param file as the rules write it, if they do; relative to the rules' folder
   * @param prefix put before every id, e.g. {@code officer:}
   */
  public record Listed(
      Optional<String> file, Optional<String> sheet, Columns columns, String prefix, Entry entry) {}

  /**
   * Reads the file.
   *
   * @throws cn.sunlot.cli.Trouble naming line, member and value
   */
  public static MatchRules read(Path file) throws IOException {
    Entry root = Entry.read(file);
    root.only(
        "draw", "task", "suite", "witnesses", "public", "inspectors", "visits", "roles", "balance");
    Entry inspectors =
        root.get("inspectors")
            .only("file", "sheet", "columns", "prefix", "capacity", "names", "reasons");
    Entry visits = root.get("visits").only("file", "sheet", "columns", "prefix");
    Columns people =
        Columns.read(
            inspectors.get("columns"),
            List.of("id", "classes"),
            List.of("name", "capacity", "absent"));
    Columns places = Columns.read(visits.get("columns"), List.of("id"), List.of("name", "recused"));
    return new MatchRules(
        Ceremony.read(root),
        listed(inspectors, people, "officer:"),
        inspectors.find("capacity").map(e -> e.number(0, MAX_CAPACITY)).orElse(MAX_CAPACITY),
        Codes.read(inspectors.find("names")),
        Codes.read(inspectors.find("reasons")),
        listed(visits, places, "visit:"),
        roles(root.get("roles")),
        root.find("balance").map(Entry::truth).orElse(true));
  }

  private static Listed listed(Entry entry, Columns columns, String prefix) {
    return new Listed(
        entry.find("file").map(Entry::text),
        entry.find("sheet").map(Entry::text),
        columns,
        entry
            .find("prefix")
            .map(e -> e.text(Pattern.compile("[A-Za-z0-9._-]{1,32}:")))
            .orElse(prefix),
        entry);
  }

  private static Map<String, String> roles(Entry entry) {
    Map<String, String> roles = new LinkedHashMap<>();
    entry
        .members()
        .forEach(
            (role, clazz) -> {
              if (!Names.CODE.matcher(role).matches()) {
                throw clazz.wrong("yaml.pattern", role, Names.CODE.pattern());
              }
              roles.put(role, clazz.text(Names.CODE));
            });
    if (roles.isEmpty()) {
      throw entry.wrong("rules.no-role");
    }
    return roles;
  }
}

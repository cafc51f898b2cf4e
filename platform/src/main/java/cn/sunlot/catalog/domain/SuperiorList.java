package cn.sunlot.catalog.domain;

import cn.sunlot.kernel.WrongValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * An item list of a superior, as it was issued (RS-2.2).
 *
 * @param departmentId who entered it
 * @param source who issued it
 * @param edition its version, as the superior counts
 */
public record SuperiorList(
    UUID id,
    UUID authorityId,
    UUID departmentId,
    String source,
    String name,
    String edition,
    LocalDate issuedOn,
    List<Entry> entries) {

  /** The shape of the code of an item. */
  public static final String CODE = "[A-Z0-9][A-Z0-9.-]{0,31}";

  /** An item of it. */
  public record Entry(String code, ItemContent content) {

    public Entry {
      code = code.strip().toUpperCase(Locale.ROOT);
    }
  }

  public SuperiorList {
    source = source.strip();
    name = name.strip();
    edition = edition.strip();
    entries = List.copyOf(entries);
  }

  /** What is wrong with it; rows count the entries from 1. */
  public List<WrongValue> wrong() {
    List<WrongValue> wrong = new ArrayList<>();
    demand(wrong, "source", source.isEmpty());
    demand(wrong, "name", name.isEmpty());
    demand(wrong, "edition", edition.isEmpty());
    demand(wrong, "items", entries.isEmpty());
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      int row = i + 1;
      wrong(entries.get(i), codes).forEach(w -> wrong.add(w.inRow(row)));
    }
    return wrong;
  }

  private static List<WrongValue> wrong(Entry entry, Set<String> codes) {
    List<WrongValue> wrong = new ArrayList<>(ItemRules.wrong(entry.content()));
    if (!entry.code().matches(CODE)) {
      wrong.add(WrongValue.of("code", entry.code(), "catalog.field.code-shape"));
    } else if (!codes.add(entry.code())) {
      wrong.add(WrongValue.of("code", entry.code(), "catalog.field.item-twice"));
    }
    if (ItemRules.capOnKeyItem(entry.content())) {
      wrong.add(WrongValue.of("ratioCapBp", entry.code(), "catalog.field.cap-on-key-item"));
    }
    return wrong;
  }

  private static void demand(List<WrongValue> wrong, String field, boolean empty) {
    if (empty) {
      wrong.add(WrongValue.of(field, "", "catalog.field.required"));
    }
  }
}

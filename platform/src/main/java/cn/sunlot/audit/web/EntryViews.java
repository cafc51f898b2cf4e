package cn.sunlot.audit.web;

import cn.sunlot.audit.ActorNames;
import cn.sunlot.audit.store.EntrySearch;
import cn.sunlot.audit.store.EntrySearch.Entry;
import cn.sunlot.audit.store.EntrySearch.Filter;
import cn.sunlot.audit.store.EntrySearch.Whole;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The record as auditors see it. */
@Component
@Transactional(readOnly = true)
class EntryViews {

  /** A type of entry and its name in the reader's language. */
  record EntryType(String type, String name) {}

  /**
   * A row of the record.
   *
   * @param actor the person's name, or null for the platform itself
   */
  record EntryRow(
      String id, Instant at, String type, String typeName, String ref, @Nullable String actor) {}

  /**
   * An entry with what it hashes: {@code hash} is SHA-256 of salt and payload, byte after byte.
   *
   * @param pseudonym the actor as the entry names it
   * @param payload canonical JSON (RFC 8785), in the bytes that were hashed
   * @param salt 64 hex digits
   */
  record EntryDetail(EntryRow entry, String pseudonym, String payload, String salt, String hash) {}

  private final EntrySearch search;
  private final ActorNames names;
  private final ProblemTexts texts;
  private final Clock clock;

  EntryViews(EntrySearch search, ActorNames names, ProblemTexts texts, Clock clock) {
    this.search = search;
    this.names = names;
    this.texts = texts;
    this.clock = clock;
  }

  Page<EntryRow> page(
      @Nullable String type,
      @Nullable String ref,
      @Nullable String actor,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Page.Request request) {
    var filter =
        new Filter(
            type,
            ref,
            actor == null ? null : names.find(actor),
            from == null ? null : startOf(from),
            to == null ? null : startOf(to.plusDays(1)),
            readable());
    Page<Entry> entries = search.page(SignedIn.get().scope(), filter, request);
    Map<UUID, String> known = names(entries.items());
    return entries.map(e -> row(e, known));
  }

  EntryDetail detail(String id) {
    Whole whole = search.get(SignedIn.get().scope(), number(id), readable());
    Entry entry = whole.entry();
    return new EntryDetail(
        row(entry, names(List.of(entry))),
        entry.actor(),
        new String(whole.payload(), StandardCharsets.UTF_8),
        HexFormat.of().formatHex(whole.salt()),
        entry.hash());
  }

  /** An id that is no number names nothing. */
  private static long number(String id) {
    if (!id.matches("[0-9]{1,18}")) {
      throw Refused.because(KernelProblem.NOT_FOUND, id);
    }
    return Long.parseLong(id);
  }

  /** All types that the reader may see, by name. */
  List<EntryType> types() {
    Set<String> readable = readable();
    return EntryTypes.all().stream()
        .filter(t -> readable == null || readable.contains(t))
        .map(t -> new EntryType(t, name(t)))
        .sorted(Comparator.comparing(EntryType::name))
        .toList();
  }

  /** What an audit administrator may read; null is everything. */
  private static @Nullable Set<String> readable() {
    return SignedIn.get().may(Permission.AUDIT_BUSINESS) ? null : EntryTypes.administration();
  }

  private EntryRow row(Entry e, Map<UUID, String> known) {
    UUID person = e.personId();
    String actor = person == null ? null : known.getOrDefault(person, e.actor());
    return new EntryRow(String.valueOf(e.id()), e.at(), e.type(), name(e.type()), e.ref(), actor);
  }

  private String name(String type) {
    return texts.text("audit.type." + type, LocaleContextHolder.getLocale());
  }

  private Map<UUID, String> names(List<Entry> entries) {
    Set<UUID> people = new HashSet<>();
    for (Entry entry : entries) {
      UUID person = entry.personId();
      if (person != null) {
        people.add(person);
      }
    }
    return names.names(people);
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }
}

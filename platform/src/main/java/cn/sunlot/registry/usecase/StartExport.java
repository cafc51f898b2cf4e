package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.TargetExport;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.TargetExportStore;
import cn.sunlot.registry.store.TargetSearch;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has everything that a list shows written into a file. */
@Component
@Transactional
public class StartExport {

  /** What a sheet of a workbook can hold, without its heading. */
  static final int MOST_IN_A_WORKBOOK = 1_048_575;

  private static final Set<String> FORMATS = Set.of("xlsx", "csv");

  private final TargetExportStore store;
  private final TargetSearch search;
  private final TargetSheet sheet;
  private final Jobs jobs;
  private final Clock clock;

  StartExport(
      TargetExportStore store, TargetSearch search, TargetSheet sheet, Jobs jobs, Clock clock) {
    this.store = store;
    this.search = search;
    this.sheet = sheet;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Starts it.
   *
   * @param fields what to write; none is everything
   * @param purpose what contacts are for; without one, and for those who may not change targets,
   *     they are written in part
   */
  public TargetExport run(
      TargetListFilter filter,
      List<String> fields,
      String format,
      @Nullable String purpose,
      Locale locale) {
    demandRight(fields, format);
    SignedIn person = SignedIn.get();
    long rows = search.count(person.scope(), filter);
    if (format.equals("xlsx") && rows > MOST_IN_A_WORKBOOK) {
      throw Refused.because(
          RegistryProblem.EXPORT_TOO_LARGE,
          String.valueOf(rows),
          String.valueOf(MOST_IN_A_WORKBOOK));
    }
    UUID id = Ids.next();
    var added =
        new TargetExport(
            id,
            person.authorityId(),
            person.personId(),
            filter,
            fields.isEmpty() ? sheet.all(filter) : List.copyOf(new LinkedHashSet<>(fields)),
            format,
            locale.getLanguage().equals("en") ? "en" : "zh",
            purposeOf(purpose, person),
            jobs.start(ExportWork.KIND, id.toString()),
            null,
            null,
            clock.instant());
    store.add(added);
    return added;
  }

  private static @Nullable String purposeOf(@Nullable String purpose, SignedIn person) {
    return purpose == null || purpose.isBlank() || !person.may(Permission.TARGETS_EDIT)
        ? null
        : purpose.strip();
  }

  private void demandRight(List<String> fields, String format) {
    if (!FORMATS.contains(format)) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(List.of(WrongValue.of("format", format, "registry.wrong.format")));
    }
    List<WrongValue> unknown =
        fields.stream()
            .filter(field -> !sheet.has(field))
            .map(field -> WrongValue.of("fields", field, "registry.wrong.column"))
            .toList();
    if (!unknown.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, unknown.size()).naming(unknown);
    }
  }
}

package cn.sunlot.planning.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.Plans.Form;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.PlanMatrix;
import cn.sunlot.planning.domain.PlanMatrix.Entry;
import cn.sunlot.planning.domain.PlannedLine.Place;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.registry.Registry;
import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines of a year as the sheet that offices circulate, print and file (TZ-14). */
@Component
@Transactional(readOnly = true)
public class PlanSheet {

  /** A column and its width in characters. */
  private record Column(String key, int width) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("number", 6),
          new Column("plan", 28),
          new Column("items", 30),
          new Column("category", 12),
          new Column("lead", 18),
          new Column("participants", 20),
          new Column("scope", 28),
          new Column("quantity", 20),
          new Column("period", 16),
          new Column("methods", 14),
          new Column("handling", 16),
          new Column("remark", 24));

  private final ProblemTexts texts;
  private final Catalog catalog;
  private final Registry registry;
  private final Organisation organisation;

  PlanSheet(ProblemTexts texts, Catalog catalog, Registry registry, Organisation organisation) {
    this.texts = texts;
    this.catalog = catalog;
    this.registry = registry;
    this.organisation = organisation;
  }

  /**
   * Writes it.
   *
   * @param out closed at the end
   */
  public void write(OutputStream out, UUID authorityId, PlanMatrix matrix, Locale locale)
      throws IOException {
    var words = new Words(authorityId, locale);
    List<Heading> headings =
        COLUMNS.stream()
            .map(c -> Heading.of(words.of("sheet." + c.key())).withWidth(c.width()))
            .toList();
    String title = words.of("sheet.title", String.valueOf(matrix.year()));
    try (SheetWriter sheet = SheetWriter.form(out, words.of("sheet.name"), title, headings)) {
      int number = 0;
      for (Entry entry : matrix.entries()) {
        number++;
        sheet.row(cells(number, entry, words));
      }
    }
  }

  private List<String> cells(int number, Entry entry, Words words) {
    Line line = entry.line().line();
    var how = line.arrangement();
    return List.of(
        String.valueOf(number),
        line.title(),
        line.itemVersionIds().stream()
            .map(catalog::getItem)
            .map(item -> item.code() + " " + item.name())
            .collect(Collectors.joining("\n")),
        line.category(),
        words.department(entry.line().leadId()),
        words.list(how.participants().stream().map(words::department).toList()),
        scope(line, words),
        quantity(entry, words),
        words.of("sheet.days", words.day(line.period().from()), words.day(line.period().to())),
        words.list(
            entry.line().methods().stream().sorted().map(m -> words.of("way." + m)).toList()),
        words.of("handling." + Lifecycle.wireName(how.handling())),
        remark(entry, words));
  }

  private static String scope(Line line, Words words) {
    var filter = line.filter();
    List<String> parts = new ArrayList<>();
    parts.add(words.list(sorted(filter.regionCodes(), words::region)));
    parts.add(words.list(sorted(filter.kinds(), words::kind)));
    parts.add(
        words.list(filter.subRegistries().stream().sorted().map(words::subRegistry).toList()));
    parts.add(words.list(sorted(filter.tags(), words::tag)));
    parts.add(words.list(sorted(filter.riskClasses(), c -> words.of("stratum." + c))));
    parts.removeIf(String::isEmpty);
    return parts.isEmpty() ? words.of("sheet.everything") : words.parts(parts);
  }

  private static String quantity(Entry entry, Words words) {
    Rates rates = entry.line().line().rates();
    List<String> parts = new ArrayList<>();
    for (String stratum : Rates.STRATA) {
      Integer count = rates.count(stratum);
      if (count != null) {
        parts.add(words.of("stratum." + stratum) + " " + words.targets(count));
      } else if (rates.of(stratum) > 0) {
        parts.add(words.of("stratum." + stratum) + " " + percent(rates.of(stratum)));
      }
    }
    parts.add(words.of("sheet.expected", String.valueOf(entry.expected())));
    return words.parts(parts);
  }

  private static String remark(Entry entry, Words words) {
    Line line = entry.line().line();
    Place place = Objects.requireNonNull(entry.line().place());
    Form form = line.arrangement().form();
    List<String> parts = new ArrayList<>();
    parts.add(place.number());
    if (form != null) {
      parts.add(words.of("form." + Lifecycle.wireName(form)));
    }
    if (line.timesPerYear() > 1) {
      parts.add(words.of("sheet.times", String.valueOf(line.timesPerYear())));
    }
    var weights = line.arrangement().weights();
    if (!weights.none()) {
      List<String> each = new ArrayList<>();
      weights.byRegion().forEach((code, weight) -> each.add(words.region(code) + " " + weight));
      parts.add(words.of("sheet.weights", words.list(each)));
    }
    if (!line.arrangement().otherDemands().isEmpty()) {
      parts.add(line.arrangement().otherDemands());
    }
    return words.parts(parts);
  }

  private static List<String> sorted(Collection<String> values, UnaryOperator<String> word) {
    return values.stream().sorted().map(word).toList();
  }

  private static String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
  }

  /** Words of one language, and names. */
  private final class Words {

    private final Locale locale;
    private final boolean chinese;
    private final Map<UUID, String> departments;
    private final Map<UUID, String> subRegistries;

    Words(UUID authorityId, Locale locale) {
      this.locale = locale;
      this.chinese = !locale.getLanguage().equals("en");
      this.departments =
          organisation.listDepartments(authorityId).stream()
              .collect(Collectors.toMap(Department::id, Department::name));
      this.subRegistries =
          registry.listSubRegistries(authorityId).stream()
              .collect(Collectors.toMap(r -> r.id(), r -> r.name()));
    }

    String of(String key, String... arguments) {
      return texts.text("planning." + key, locale, (Object[]) arguments);
    }

    String department(UUID id) {
      return departments.getOrDefault(id, "");
    }

    String subRegistry(UUID id) {
      return subRegistries.getOrDefault(id, of("sheet.sub-registry-removed"));
    }

    String region(String code) {
      return Regions.findName(code).orElse(code);
    }

    String kind(String kind) {
      return known("registry.target-kind.", kind);
    }

    String tag(String tag) {
      return known("planning.tag.", tag);
    }

    String targets(int number) {
      return of("sheet.targets", String.valueOf(number));
    }

    String day(LocalDate day) {
      return chinese ? day.getMonthValue() + "月" + day.getDayOfMonth() + "日" : day.toString();
    }

    String list(List<String> words) {
      return String.join(chinese ? "、" : ", ", words);
    }

    String parts(List<String> parts) {
      return String.join(chinese ? "；" : "; ", parts);
    }

    /** A value that has a word, or as it is written. */
    private String known(String prefix, String value) {
      String word = texts.text(prefix + value, locale);
      return word.equals(prefix + value) ? value : word;
    }
  }
}

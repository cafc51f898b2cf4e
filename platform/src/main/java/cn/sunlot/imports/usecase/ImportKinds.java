package cn.sunlot.imports.usecase;

import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.ImportProblem;
import cn.sunlot.imports.RowKind;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All kinds of spreadsheet that modules take. */
@Component
public class ImportKinds {

  private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private final Map<String, ImportKind> kinds;
  private final ProblemTexts texts;

  ImportKinds(List<ImportKind> kinds, ProblemTexts texts) {
    this.kinds =
        kinds.stream()
            .collect(
                Collectors.toMap(
                    ImportKind::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    this.texts = texts;
  }

  /**
   * A kind that the person may import.
   *
   * @throws Refused if there is none, or the person may not
   */
  public ImportKind demand(String name) {
    ImportKind kind = kinds.get(name);
    if (kind == null) {
      throw Refused.because(ImportProblem.KIND_UNKNOWN, name, String.join("、", kinds.keySet()));
    }
    if (!SignedIn.get().may(kind.permission())) {
      throw Refused.because(KernelProblem.FORBIDDEN, kind.permission().name());
    }
    return kind;
  }

  /**
   * The kind of that name whose rows other systems send.
   *
   * @throws Refused if there is none
   */
  RowKind demandRowKind(String name) {
    if (demand(name) instanceof RowKind kind) {
      return kind;
    }
    List<String> names =
        kinds.values().stream().filter(RowKind.class::isInstance).map(ImportKind::name).toList();
    throw Refused.because(ImportProblem.KIND_UNKNOWN, name, String.join("、", names));
  }

  /** The kinds that the person may import. */
  public List<ImportKind> listAllowed() {
    SignedIn person = SignedIn.get();
    return kinds.values().stream().filter(kind -> person.may(kind.permission())).toList();
  }

  /** The name of a field. */
  public String title(ImportKind kind, Field field, Locale locale) {
    return text(kind, field, "", locale);
  }

  /** What to write into it. */
  public String note(ImportKind kind, Field field, Locale locale) {
    return text(kind, field, ".note", locale);
  }

  /** An example. */
  public String example(ImportKind kind, Field field, Locale locale) {
    return text(kind, field, ".example", locale);
  }

  private String text(ImportKind kind, Field field, String part, Locale locale) {
    return kind.text(field, part, locale)
        .orElseGet(() -> texts.text("import." + kind.name() + "." + field.name() + part, locale));
  }

  /** The name of a kind. */
  public String title(ImportKind kind, Locale locale) {
    return texts.text("import." + kind.name(), locale);
  }

  /** Field → its names in both languages. */
  Map<String, List<String>> titles(ImportKind kind) {
    Map<String, List<String>> titles = new LinkedHashMap<>();
    for (Field field : kind.fields()) {
      titles.put(
          field.name(), LANGUAGES.stream().map(locale -> title(kind, field, locale)).toList());
    }
    return titles;
  }
}

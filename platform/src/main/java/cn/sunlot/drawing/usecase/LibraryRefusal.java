package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.text.Refusal;
import cn.sunlot.kernel.Problem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Refused.FieldError;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;

/** Turns a refusal of the draw library, which has its own texts in both languages, into ours. */
final class LibraryRefusal {

  private LibraryRefusal() {}

  /** Does something with the library; what it refuses is a problem of this kind. */
  static <T> T asProblem(Problem problem, String field, Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      String text = refusal.say().in(LocaleContextHolder.getLocale());
      throw Refused.because(problem).with(List.of(new FieldError(null, field, null, text, null)));
    }
  }
}

package cn.sunlot.kernel;

import java.util.List;
import java.util.Locale;

/**
 * Puts clauses into words: the documents they stand in, with their articles. Texts of refusals name
 * no document by hand, so that each city reads its own.
 */
public interface Citations {

  /**
   * Documents and articles, e.g. {@code 《…实施细则》第七条、第十一条}.
   *
   * @param clauses ids of clauses; those of no known document are left out
   * @return the words, or "" where none is known
   */
  String inWords(List<String> clauses, Locale locale);
}

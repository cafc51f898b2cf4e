package cn.sunlot.registry.store.index;

import org.apache.lucene.index.Term;

/** What a list is narrowed to, each in terms that begin with a letter of its own. */
enum Facet {
  AUTHORITY('a'),
  KIND('k'),
  /** The region and those it lies in. */
  REGION('r'),
  /** The region alone, as row-level security compares it. */
  OWN_REGION('o'),
  RISK_CLASS('c'),
  TAG('t'),
  STATUS('s'),
  COMPLETE('v'),
  WARNED('w'),
  /** A field that only some kinds have, with its value. */
  DETAIL('d'),
  /** A sub-registry into which it was put, or out of which it was taken. */
  PLACED('p');

  private final char letter;

  Facet(char letter) {
    this.letter = letter;
  }

  String of(Object value) {
    return letter + ":" + value;
  }

  Term term(Object value) {
    return new Term(TargetDocument.FACET, of(value));
  }
}

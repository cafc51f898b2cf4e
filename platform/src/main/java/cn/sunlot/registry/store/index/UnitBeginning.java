package cn.sunlot.registry.store.index;

import java.util.Objects;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Targets whose unit's id begins with a text. In the order of ids they are in a row ({@link
 * Leaf#find}); where there is no such order, each is looked at.
 */
final class UnitBeginning extends Query {

  private final String text;

  UnitBeginning(String text) {
    this.text = text;
  }

  /** The least of such ids. */
  BytesRef from() {
    return new BytesRef(text);
  }

  /** What comes after all of them. */
  BytesRef to() {
    return new BytesRef(text + Character.MAX_VALUE);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) {
    return SortedDocValuesField.newSlowRangeQuery(
        TargetDocument.BY_UNIT, from(), to(), true, false);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(@Nullable String field) {
    return TargetDocument.BY_UNIT + ":" + text + "*";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnitBeginning that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(UnitBeginning.class, text);
  }
}

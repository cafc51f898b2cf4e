package cn.sunlot.portal.store;

import static org.jooq.impl.DSL.val;

import org.jooq.Condition;
import org.jooq.Field;

/** Finds rows by a part of a name or by a credit code. */
final class Found {

  private Found() {}

  /**
   * Rows with this text in their name, or with this credit code.
   *
   * @param pieces {@code publicity.name_pieces} of the name, which an index knows
   * @param key {@code publicity.name_key} of the name
   */
  static Condition by(
      SearchText text, Field<String[]> pieces, Field<String> key, Field<String> unitId) {
    Condition name = pieces.contains(val(text.pieces(), pieces));
    if (!text.exactByPieces()) {
      name = name.and(key.contains(text.key()));
    }
    return text.creditCode().map(unitId::eq).map(name::or).orElse(name);
  }
}

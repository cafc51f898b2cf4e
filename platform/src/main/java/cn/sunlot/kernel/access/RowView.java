package cn.sunlot.kernel.access;

import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What row-level security is told of a transaction, for as long as it lasts: whose rows may be seen
 * and changed. The policies of the tables read it through functions of the schema {@code kernel}.
 *
 * @param departments to be seen; {@code *} is the platform's own work
 * @param handled to be changed
 * @param regions of targets; {@code *own} is all of the authority
 */
record RowView(String authority, String departments, String handled, String regions) {

  static final RowView NOTHING = new RowView("", "", "", "");
  static final RowView EVERYTHING = new RowView("*", "*", "*", "*");

  private static final String SET =
      """
      SELECT set_config('sunlot.authority', ?, true), set_config('sunlot.departments', ?, true),
        set_config('sunlot.handled', ?, true), set_config('sunlot.regions', ?, true)
      """;

  private static final String GET =
      """
      SELECT coalesce(current_setting('sunlot.authority', true), ''),
        coalesce(current_setting('sunlot.departments', true), ''),
        coalesce(current_setting('sunlot.handled', true), ''),
        coalesce(current_setting('sunlot.regions', true), '')
      """;

  static RowView of(Scope scope) {
    return new RowView(
        scope.authorityId().toString(),
        list(scope.departments()),
        list(scope.handled()),
        scope.area().setting());
  }

  private static String list(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  /** What the transaction under way was told. */
  static RowView current(DSLContext database) {
    Record row = database.fetchSingle(GET);
    return new RowView(text(row, 0), text(row, 1), text(row, 2), text(row, 3));
  }

  private static String text(Record row, int column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }

  /** Tells it to the transaction under way. */
  void tell(DSLContext database) {
    database.fetch(SET, authority, departments, handled, regions);
  }
}

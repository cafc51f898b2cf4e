package cn.sunlot.app;

import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Loads beside the start what takes long by itself and waits for nothing, so that the start finds
 * it there: jOOQ knows its types only after a third of a second.
 */
final class EarlyClasses {

  private EarlyClasses() {}

  /** Begins on a thread of its own; nothing waits for it, and nothing fails with it. */
  static void load() {
    Thread thread = new Thread(EarlyClasses::jooq, "early-classes");
    thread.setDaemon(true);
    thread.start();
  }

  private static void jooq() {
    var one = DSL.val(1).as("one");
    DSL.using(SQLDialect.POSTGRES).select(one).from(DSL.dual()).where(one.eq(1)).getSQL();
  }
}

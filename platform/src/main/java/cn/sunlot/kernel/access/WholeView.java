package cn.sunlot.kernel.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets listeners of the platform see every row in the midst of a person's transaction, and puts the
 * person's view back.
 *
 * <p>For work that follows from a person's act but is not theirs: what is published of a visit that
 * two sections made together needs the draws of both.
 */
@Component
public class WholeView {

  private static final String[] SETTINGS = {"sunlot.authority", "sunlot.departments"};

  private final DSLContext database;

  WholeView(DSLContext database) {
    this.database = database;
  }

  /** Runs the work in the transaction that is under way, with every row visible. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void run(Runnable work) {
    String[] before = new String[SETTINGS.length];
    for (int i = 0; i < SETTINGS.length; i++) {
      before[i] =
          database
              .select(field("coalesce(current_setting({0}, true), '')", String.class, SETTINGS[i]))
              .fetchSingle()
              .value1();
      set(SETTINGS[i], "*");
    }
    work.run();
    // Not in a finally: after an exception the transaction takes no statement any more.
    for (int i = 0; i < SETTINGS.length; i++) {
      set(SETTINGS[i], before[i]);
    }
  }

  private void set(String setting, String value) {
    database
        .select(function("set_config", String.class, val(setting), val(value), inline(true)))
        .fetch();
  }
}

package cn.sunlot.sample.domain;

import org.jooq.DSLContext;

/** A rule that asks the database. */
public abstract class RuleWithDatabase {

  protected abstract boolean isAllowed(DSLContext database);
}

package cn.sunlot.kernel.access;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells PostgreSQL at the begin of every transaction whose rows may be seen; the policies of the
 * tables read it. Outside a transaction, or with nobody signed in and no system work under way, no
 * row is visible.
 */
@Component
class RowSecurity implements TransactionExecutionListener {

  private final ObjectProvider<DSLContext> database;

  RowSecurity(ObjectProvider<DSLContext> database) {
    this.database = database;
  }

  @Override
  public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
    if (beginFailure != null) {
      return;
    }
    Optional<SignedIn> person = SignedIn.find();
    String authority = person.map(p -> p.authorityId().toString()).orElse("");
    String departments =
        person
            .map(p -> p.departments().stream().map(UUID::toString).collect(Collectors.joining(",")))
            .orElse("");
    if (SystemWork.isUnderWay()) {
      authority = "*";
      departments = "*";
    }
    database
        .getObject()
        .select(
            DSL.function(
                "set_config",
                String.class,
                DSL.inline("sunlot.authority"),
                DSL.val(authority),
                DSL.inline(true)),
            DSL.function(
                "set_config",
                String.class,
                DSL.inline("sunlot.departments"),
                DSL.val(departments),
                DSL.inline(true)))
        .fetch();
  }
}

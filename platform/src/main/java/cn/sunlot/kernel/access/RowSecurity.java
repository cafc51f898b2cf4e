package cn.sunlot.kernel.access;

import org.jooq.DSLContext;
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
    RowView view =
        SystemWork.isUnderWay()
            ? RowView.EVERYTHING
            : SignedIn.find().map(SignedIn::scope).map(RowView::of).orElse(RowView.NOTHING);
    view.tell(database.getObject());
  }
}

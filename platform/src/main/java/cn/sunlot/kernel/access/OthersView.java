package cn.sunlot.kernel.access;

import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody look at something as another person sees it, in the midst of the reader's
 * transaction, and puts the reader's view back. Whether the reader may, its caller asks before.
 */
@Component
public class OthersView {

  private final DSLContext database;

  OthersView(DSLContext database) {
    this.database = database;
  }

  /** Looks as this person; in the transaction that is under way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public <T> T look(SignedIn person, Supplier<T> work) {
    RowView before = RowView.current(database);
    RowView.of(person.scope()).tell(database);
    T seen = as(person, work);
    // Not in a finally: after an exception the transaction takes no statement any more.
    before.tell(database);
    return seen;
  }

  private static <T> T as(SignedIn person, Supplier<T> work) {
    SecurityContext reader = SecurityContextHolder.getContext();
    SecurityContext other = SecurityContextHolder.createEmptyContext();
    other.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            person, null, AuthorityUtils.NO_AUTHORITIES));
    SecurityContextHolder.setContext(other);
    try {
      return work.get();
    } finally {
      SecurityContextHolder.setContext(reader);
    }
  }
}

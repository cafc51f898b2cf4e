package cn.sunlot.portal.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The functions through which a witness takes part in a draw; each demands the code of the
 * witness's link. They are the only thing that this site writes.
 */
@Repository
@Transactional
public class WitnessIntake {

  private final DSLContext database;

  WitnessIntake(DSLContext database) {
    this.database = database;
  }

  /** Who shows a code, and by what sign wrong ones are counted. */
  public record Caller(String code, String client) {}

  /** What the phone shows, JSON; empty if the code opens nothing. */
  public Optional<String> look(Caller caller) {
    return call("witness_look({0}, {1})", JSONB.class, caller).map(JSONB::data);
  }

  public Optional<String> commit(Caller caller, String commitment, @Nullable String head) {
    return call(
        "witness_commit({0}, {1}, {2}, {3})",
        String.class, caller, val(commitment), val(head, String.class));
  }

  public Optional<String> reveal(Caller caller, String nonce) {
    return call("witness_reveal({0}, {1}, {2})", String.class, caller, val(nonce));
  }

  public Optional<String> open(Caller caller, int r, String value) {
    return call("witness_open({0}, {1}, {2}, {3})", String.class, caller, val(r), val(value));
  }

  public Optional<String> sign(Caller caller, byte[] picture) {
    return call("witness_sign({0}, {1}, {2})", String.class, caller, val(picture));
  }

  private <T> Optional<T> call(String function, Class<T> type, Caller caller, Field<?>... more) {
    Field<?>[] arguments = new Field<?>[2 + more.length];
    arguments[0] = val(caller.code());
    arguments[1] = val(caller.client());
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Optional.ofNullable(
        database.select(field("intake." + function, type, arguments)).fetchSingle().value1());
  }
}

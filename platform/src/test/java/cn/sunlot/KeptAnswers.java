package cn.sunlot;

import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The answers of commands that are kept to be given again, as they were given: unsealed. */
@Component
public class KeptAnswers {

  private final DSLContext database;
  private final TransactionTemplate transaction;
  private final Secrets secrets;

  KeptAnswers(DSLContext database, TransactionTemplate transaction, Secrets secrets) {
    this.database = database;
    this.transaction = transaction;
    this.secrets = secrets;
  }

  /** Those that hold a text. */
  public List<String> holding(String text) {
    return all().stream().filter(answer -> answer.contains(text)).toList();
  }

  /** All of them. */
  public List<String> all() {
    return SystemWork.run(
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    s ->
                        database
                            .fetch("SELECT key, body FROM kernel.command WHERE body IS NOT NULL")
                            .map(r -> open(r.get(0, String.class), r.get(1, byte[].class))))));
  }

  private String open(String key, byte[] body) {
    return new String(secrets.open("kernel/command/" + key, body), StandardCharsets.UTF_8);
  }
}

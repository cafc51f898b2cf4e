package cn.sunlot.publicity.usecase;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows one draw of many: one whose record was damaged behind the platform leaves the others as
 * they are.
 */
@Component
class EachByItself {

  private static final Logger LOG = LoggerFactory.getLogger(EachByItself.class);

  private final TransactionTemplate apart;

  EachByItself(PlatformTransactionManager transactions) {
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Whether it could be done; if not, nothing of it is. What the database refuses is thrown on.
   *
   * @param what is done, for the log
   */
  boolean run(String what, UUID drawId, Runnable work) {
    try {
      apart.executeWithoutResult(s -> work.run());
      return true;
    } catch (NestedRuntimeException | org.jooq.exception.DataAccessException database) {
      // Not the draw's fault: the whole is done again, or something would be missing for good.
      throw database;
    } catch (RuntimeException damaged) {
      LOG.error("Draw {}: cannot {}: {}", drawId, what, damaged.getMessage(), damaged);
      return false;
    }
  }
}

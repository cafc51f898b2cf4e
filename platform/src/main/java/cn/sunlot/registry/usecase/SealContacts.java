package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.registry.store.ClearContactsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Seals contacts that lie in the clear since before they were sealed, once, before anybody comes.
 */
@Component
public class SealContacts implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(SealContacts.class);

  private final ClearContactsStore store;

  SealContacts(ClearContactsStore store) {
    this.store = store;
  }

  @Override
  public void afterSingletonsInstantiated() {
    int sealed = SystemWork.run(this::sealAll);
    if (sealed > 0) {
      LOG.info("sealed {} contacts", sealed);
    }
  }

  /** Some at a time: whatever interrupts it, the next start goes on. */
  private int sealAll() {
    int sealed = 0;
    for (int some = store.sealSome(); some > 0; some = store.sealSome()) {
      sealed += some;
    }
    return sealed;
  }
}

package cn.sunlot.bench;

import cn.sunlot.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** The platform's record, which can be told to keep nothing. */
final class SwitchedRecord implements BeanPostProcessor {

  private volatile boolean kept = true;

  void keep(boolean entries) {
    kept = entries;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof AuditLog whole ? new Switched(whole) : bean;
  }

  private final class Switched implements AuditLog {

    private final AuditLog whole;

    Switched(AuditLog whole) {
      this.whole = whole;
    }

    @Override
    public void record(String type, String ref, Map<String, ?> payload) {
      if (kept) {
        whole.record(type, ref, payload);
      }
    }

    @Override
    public void recordAll(List<Entry> entries) {
      if (kept) {
        whole.recordAll(entries);
      }
    }

    @Override
    public void record(UUID authorityId, String type, String ref, Map<String, ?> payload) {
      if (kept) {
        whole.record(authorityId, type, ref, payload);
      }
    }
  }
}

package cn.sunlot.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** In tests, no entry can be written whose type has no words in both languages. */
@Primary
@Component
class WordedAuditLog implements AuditLog {

  private final AuditLog log;
  private final MessageSource messages;

  WordedAuditLog(StoredAuditLog log, MessageSource messages) {
    this.log = log;
    this.messages = messages;
  }

  @Override
  public void record(String type, String ref, Map<String, ?> payload) {
    demandWords(type);
    log.record(type, ref, payload);
  }

  @Override
  public void record(UUID authorityId, String type, String ref, Map<String, ?> payload) {
    demandWords(type);
    log.record(authorityId, type, ref, payload);
  }

  @Override
  public void recordAll(List<Entry> entries) {
    entries.stream().map(Entry::type).distinct().forEach(this::demandWords);
    log.recordAll(entries);
  }

  private void demandWords(String type) {
    messages.getMessage("audit.type." + type, null, Locale.SIMPLIFIED_CHINESE);
    messages.getMessage("audit.type." + type, null, Locale.ENGLISH);
  }
}

package cn.sunlot.registry.domain;

import cn.sunlot.kernel.Lifecycle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a target still exists, with the words by which spreadsheets say so. */
public enum TargetStatus {
  ACTIVE("存续", "在业", "开业", "在营", "正常"),
  CLOSED("注销", "关闭", "歇业"),
  MOVED("迁出"),
  REVOKED("吊销", "撤销"),
  MERGED("合并");

  private final List<String> words;

  TargetStatus(String... words) {
    this.words = List.of(words);
  }

  public String wireName() {
    return Lifecycle.wireName(this);
  }

  /** The status that a text means; the gravest, as in 吊销未注销. */
  public static Optional<TargetStatus> read(String text) {
    String wire = text.toLowerCase(Locale.ROOT);
    for (TargetStatus status : List.of(REVOKED, CLOSED, MOVED, MERGED, ACTIVE)) {
      if (status.wireName().equals(wire) || status.words.stream().anyMatch(text::contains)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}

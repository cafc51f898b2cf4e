package cn.sunlot.credit.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lists that targets stand on. Each shows in the registry as its tag, which is what pools and rates
 * read.
 */
public enum ListKind {
  ABNORMAL_OPERATION("abnormal-operation-list", "经营异常名录", "经营异常"),
  SERIOUS_VIOLATION("serious-violation", "严重违法失信名单", "严重违法失信", "严重违法"),
  DISHONESTY("dishonesty", "失信名单", "失信"),
  /** Kept by the platform from counted complaints. */
  REPEATED_COMPLAINTS("repeated-complaints", "多次投诉举报", "投诉举报多"),
  EXEMPT("exempt", "免检企业清单", "免检"),
  /** One of three that exclude each other (N-11). */
  NOT_DISTURBED("not-disturbed", "无事不扰清单", "无事不扰"),
  KEY("key-list", "重点监管清单", "重点监管"),
  RANDOM("random-list", "随机抽查清单", "随机抽查");

  private static final List<ListKind> THREE = List.of(NOT_DISTURBED, KEY, RANDOM);

  private final String tag;
  private final List<String> names;

  ListKind(String tag, String... names) {
    this.tag = tag;
    this.names = List.of(names);
  }

  /** The tag of the registry. */
  public String tag() {
    return tag;
  }

  /** How it is called in spreadsheets and in reasons. */
  public String title() {
    return names.get(0);
  }

  /** Lists that a target leaves when it comes onto this one. */
  public List<ListKind> excludes() {
    return THREE.contains(this) ? THREE.stream().filter(k -> k != this).toList() : List.of();
  }

  /** Whether the law makes public who is on it. */
  public boolean isPublic() {
    return this == ABNORMAL_OPERATION || this == SERIOUS_VIOLATION;
  }

  /** Whether an entry must say until when it is valid: an exemption for ever is none. */
  public boolean needsEnd() {
    return this == EXEMPT;
  }

  /** The list that a person means. */
  public static Optional<ListKind> read(String text) {
    return Arrays.stream(values())
        .filter(
            k ->
                k.names.contains(text)
                    || k.tag.equals(text)
                    || cn.sunlot.kernel.Lifecycle.wireName(k).equals(text))
        .findFirst();
  }
}

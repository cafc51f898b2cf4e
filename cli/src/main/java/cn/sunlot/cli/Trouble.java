package cn.sunlot.cli;

import java.util.List;

/** What the user gave cannot be worked with; each message says where, what, and the way out. */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Message> messages;

  /** All that was found wrong, in the order of the file. */
  public Trouble(List<Message> messages) {
    super(messages.get(0).in(Words.ENGLISH));
    this.messages = List.copyOf(messages);
  }

  /** One thing wrong. */
  public static Trouble of(String key, Object... args) {
    return new Trouble(List.of(Message.of(key, args)));
  }

  /** What is wrong. */
  public List<Message> messages() {
    return messages;
  }
}

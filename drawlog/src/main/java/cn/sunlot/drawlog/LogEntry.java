package cn.sunlot.drawlog;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * An entry of the log, whose canonical bytes are a leaf of its tree.
 *
 * @param seq its number in the log, from 0
 * @param type what happened, e.g. {@code draw-committed}
 * @param at when; whole seconds, or with a fraction
 * @param org whose change it was
 * @param actor who did it, by a pseudonym
 * @param ref what it happened to, e.g. a drawId
 * @param hash hex SHA-256(salt ‖ payload)
 */
public record LogEntry(
    long seq, String type, Instant at, String org, String actor, String ref, String hash) {

  /** Bytes of a salt. */
  public static final int SALT = 32;

  private static final int VERSION = 1;
  private static final Pattern SEQ = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final Pattern AT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

  public LogEntry {
    Names.require(SEQ, "seq", Long.toString(seq));
    Names.require(Names.CODE, "type", type);
    Names.require(AT, "at", at.toString());
    Names.require(Names.TEXT, "org", org);
    Names.require(Names.TEXT, "actor", actor);
    Names.require(Names.TEXT, "ref", ref);
    Names.require(Names.HEX32, "hash", hash);
  }

  /** {@code hex SHA-256(salt ‖ payload)}, whatever the suite of the draw. */
  public static String hash(byte[] salt, byte[] payload) {
    if (salt.length != SALT) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
    }
    return Names.hex(Suite.SHA256.hash(salt, payload));
  }

  /** The document. */
  public Json json() {
    return Json.object()
        .put("v", VERSION)
        .put("seq", Long.toString(seq))
        .put("type", type)
        .put("at", at.toString())
        .put("org", org)
        .put("actor", actor)
        .put("ref", ref)
        .put("hash", hash)
        .build();
  }

  /** The canonical bytes: the leaf's data. */
  public byte[] write() {
    return Jcs.write(json());
  }

  /**
   * Reads canonical bytes.
   *
   * @throws Refusal if they are not canonical, or a member is missing, unknown or misspelt
   */
  public static LogEntry parse(byte[] jcs) {
    Node node = Node.root(Jcs.parse(jcs));
    node.only("v", "seq", "type", "at", "org", "actor", "ref", "hash");
    node.get("v").integer(VERSION, VERSION);
    return new LogEntry(
        Long.parseLong(node.get("seq").text(SEQ)),
        node.get("type").text(Names.CODE),
        time(node.get("at")),
        node.get("org").text(Names.TEXT),
        node.get("actor").text(Names.TEXT),
        node.get("ref").text(Names.TEXT),
        node.get("hash").text(Names.HEX32));
  }

  private static Instant time(Node node) {
    String text = node.text(AT);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.of("commitment.time", node.path(), text);
    }
  }
}

package cn.sunlot.draw.json;

import cn.sunlot.draw.text.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Recursive descent over bytes; canonical mode refuses whatever the writer would have written
 * otherwise.
 */
final class Parser {

  /** Deeper than any document of draw/v1; keeps hostile input from exhausting the stack. */
  private static final int MAX_DEPTH = 32;

  private final byte[] in;
  private final boolean canonical;
  private int at;
  private int depth;

  Parser(byte[] in, boolean canonical) {
    this.in = in;
    this.canonical = canonical;
  }

  Json document() {
    blank();
    Json value = value();
    blank();
    if (at < in.length) {
      throw wrong("json.after-end");
    }
    return value;
  }

  private Json value() {
    switch (peek()) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return new Json.Text(string());
      case 't':
        return word("true", true);
      case 'f':
        return word("false", false);
      default:
        return integer();
    }
  }

  private Json object() {
    enter();
    Map<String, Json> members = new TreeMap<>();
    String last = null;
    for (boolean more = !closes('}'); more; more = continues('}')) {
      String key = key(members, last);
      blank();
      expect(':');
      blank();
      members.put(key, value());
      last = key;
    }
    depth--;
    return new Json.Obj(members);
  }

  private String key(Map<String, Json> members, @Nullable String last) {
    int start = at;
    String key = string();
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(key)) {
      throw wrongAt(start, "json.key-not-ascii", key);
    }
    if (members.containsKey(key)) {
      throw wrongAt(start, "json.key-twice", key);
    }
    if (canonical && last != null && key.compareTo(last) < 0) {
      throw wrongAt(start, "json.key-order", key, last);
    }
    return key;
  }

  private Json array() {
    enter();
    List<Json> items = new ArrayList<>();
    for (boolean more = !closes(']'); more; more = continues(']')) {
      items.add(value());
    }
    depth--;
    return new Json.Arr(items);
  }

  /** Steps over the opening bracket. */
  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw wrong("json.too-deep", MAX_DEPTH);
    }
  }

  private boolean closes(char close) {
    blank();
    if (peek() != close) {
      return false;
    }
    at++;
    return true;
  }

  private boolean continues(char close) {
    if (closes(close)) {
      return false;
    }
    expect(',');
    blank();
    return true;
  }

  private Json word(String word, boolean value) {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    int end = at + bytes.length;
    if (end > in.length || !java.util.Arrays.equals(in, at, end, bytes, 0, bytes.length)) {
      throw wrong("json.value");
    }
    at = end;
    return new Json.Bool(value);
  }

  private Json integer() {
    int start = at;
    boolean negative = peek() == '-';
    if (negative) {
      at++;
    }
    int digits = at;
    long value = 0;
    while (at < in.length && in[at] >= '0' && in[at] <= '9') {
      value = Math.min(value * 10 + (in[at++] - '0'), Json.Int.LIMIT);
    }
    if (at == digits) {
      throw wrongAt(start, "json.value");
    }
    boolean odd = in[digits] == '0' && (at - digits > 1 || negative);
    boolean fraction = at < in.length && (in[at] == '.' || in[at] == 'e' || in[at] == 'E');
    if (odd || fraction || value == Json.Int.LIMIT) {
      throw wrongAt(start, "json.integer");
    }
    return new Json.Int(negative ? -value : value);
  }

  private String string() {
    expect('"');
    int start = at;
    while (at < in.length && in[at] != '"' && in[at] != '\\') {
      plain();
    }
    if (at < in.length && in[at] == '"') {
      return decode(start, at++);
    }
    StringBuilder out = new StringBuilder(decode(start, at));
    while (peek() != '"') {
      piece(out);
    }
    at++;
    return wellFormed(out.toString(), start);
  }

  private void piece(StringBuilder out) {
    if (in[at] == '\\') {
      out.append(escape());
      return;
    }
    int start = at;
    while (at < in.length && in[at] != '"' && in[at] != '\\') {
      plain();
    }
    out.append(decode(start, at));
  }

  private void plain() {
    if (in[at] >= 0 && in[at] < ' ') {
      throw wrong("json.control");
    }
    at++;
  }

  private char escape() {
    int start = at++;
    char kind = (char) peek();
    at++;
    if (kind == 'u') {
      return unicode(start);
    }
    int control = "btnfr".indexOf(kind);
    if (control >= 0) {
      return "\b\t\n\f\r".charAt(control);
    }
    if (kind == '"' || kind == '\\' || (kind == '/' && !canonical)) {
      return kind;
    }
    throw wrongAt(start, "json.escape");
  }

  private char unicode(int start) {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      boolean upper = in[at] >= 'A' && in[at] <= 'F';
      if (digit < 0 || (canonical && upper)) {
        throw wrongAt(start, "json.escape");
      }
      code = code << 4 | digit;
      at++;
    }
    if (canonical && (code >= ' ' || "\b\t\n\f\r".indexOf(code) >= 0)) {
      throw wrongAt(start, "json.escape");
    }
    return (char) code;
  }

  private String decode(int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(in, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw wrongAt(from, "json.utf8");
    }
  }

  /** Escapes can spell half a surrogate pair, which has no UTF-8. */
  private String wellFormed(String s, int start) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(s)) {
      throw wrongAt(start, "json.utf8");
    }
    return s;
  }

  private void blank() {
    while (!canonical && at < in.length && " \t\r\n".indexOf(in[at]) >= 0) {
      at++;
    }
  }

  private int peek() {
    if (at >= in.length) {
      throw wrong("json.ends-early");
    }
    return in[at];
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong("json.expected", c);
    }
    at++;
  }

  private Refusal wrong(String key, Object... args) {
    return wrongAt(at, key, args);
  }

  private Refusal wrongAt(int position, String key, Object... args) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < position; i++) {
      if (in[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    List<Object> all = new ArrayList<>(List.of(line, position - start + 1));
    all.addAll(List.of(args));
    return Refusal.of(key, all.toArray());
  }
}

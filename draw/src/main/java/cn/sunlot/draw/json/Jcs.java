package cn.sunlot.draw.json;

import cn.sunlot.draw.json.Json.Arr;
import cn.sunlot.draw.json.Json.Bool;
import cn.sunlot.draw.json.Json.Int;
import cn.sunlot.draw.json.Json.Obj;
import cn.sunlot.draw.json.Json.Text;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * RFC 8785 canonical JSON, restricted as section 1 says: one text for every value, so that hashes
 * agree.
 */
public final class Jcs {

  private Jcs() {}

  /**
   * Reads canonical JSON: exactly the bytes that {@link #write} would make.
   *
   * @throws cn.sunlot.draw.text.Refusal at the first byte that is not canonical, with its position
   */
  public static Json parse(byte[] utf8) {
    return new Parser(utf8, true).document();
  }

  /**
   * Reads JSON with any white space and order of members, e.g. test vectors; still no floats, no
   * null, no member twice.
   *
   * @throws cn.sunlot.draw.text.Refusal with line and column
   */
  public static Json parseLoose(byte[] utf8) {
    return new Parser(utf8, false).document();
  }

  /** The canonical bytes, UTF-8. */
  public static byte[] write(Json value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** The canonical text. */
  public static String text(Json value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, Json value) {
    if (value instanceof Text t) {
      quote(out, t.value());
    } else if (value instanceof Int i) {
      out.append(i.value());
    } else if (value instanceof Bool b) {
      out.append(b.value());
    } else if (value instanceof Arr a) {
      appendArray(out, a);
    } else if (value instanceof Obj o) {
      appendObject(out, o);
    }
  }

  private static void appendArray(StringBuilder out, Arr array) {
    char before = '[';
    for (Json item : array.items()) {
      out.append(before);
      append(out, item);
      before = ',';
    }
    out.append(array.items().isEmpty() ? "[]" : "]");
  }

  private static void appendObject(StringBuilder out, Obj object) {
    char before = '{';
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      out.append(before);
      quote(out, member.getKey());
      out.append(':');
      append(out, member.getValue());
      before = ',';
    }
    out.append(object.members().isEmpty() ? "{}" : "}");
  }

  private static void quote(StringBuilder out, String s) {
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        control(out, c);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static void control(StringBuilder out, char c) {
    int named = "\b\t\n\f\r".indexOf(c);
    if (named >= 0) {
      out.append('\\').append("btnfr".charAt(named));
    } else {
      out.append("\\u00").append(c < 16 ? '0' : '1').append(Character.forDigit(c & 15, 16));
    }
  }
}

package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Documents of draws as payloads of log entries: the same canonical JSON. */
final class Payloads {

  private Payloads() {}

  /** The members of a document. */
  static Map<String, Object> of(byte[] jcs) {
    return of((Json.Obj) Jcs.parse(jcs));
  }

  private static Map<String, Object> of(Json.Obj object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.members().forEach((key, value) -> members.put(key, plain(value)));
    return members;
  }

  private static Object plain(Json value) {
    if (value instanceof Json.Obj object) {
      return of(object);
    }
    if (value instanceof Json.Arr array) {
      return array.items().stream().map(Payloads::plain).toList();
    }
    if (value instanceof Json.Int number) {
      return number.value();
    }
    if (value instanceof Json.Bool truth) {
      return truth.value();
    }
    return ((Json.Text) value).value();
  }
}

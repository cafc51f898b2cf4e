package cn.sunlot.draw;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;

/**
 * A source of a public value, declared before the value exists (sections 2, 5).
 *
 * @param kind code, e.g. {@code dice}
 * @param id fixes source, issue and encoding of the value
 */
public record PublicSource(String kind, String id) {

  public PublicSource {
    Names.require(Names.CODE, "kind", kind);
    Names.require(Names.TEXT, "id", id);
  }

  /** The member of the document. */
  public Json json() {
    return Json.object().put("kind", kind).put("id", id).build();
  }

  /** Reads a member of the document. */
  public static PublicSource read(Node node) {
    node.only("kind", "id");
    return new PublicSource(node.get("kind").text(Names.CODE), node.get("id").text(Names.TEXT));
  }
}

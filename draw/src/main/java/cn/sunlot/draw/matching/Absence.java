package cn.sunlot.draw.matching;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;

/** An inspector of the pool who cannot be drawn, and the reason code. */
public record Absence(String person, String reason) {

  Json.Obj json() {
    return Json.object().put("person", person).put("reason", reason).build();
  }

  static Absence read(Node node) {
    node.only("person", "reason");
    return new Absence(node.get("person").text(Names.LABEL), node.get("reason").text(Names.CODE));
  }
}

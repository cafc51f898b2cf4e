package cn.sunlot.draw.matching;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;

/** A person who must not serve in a group, whatever the role. */
public record Recusal(String group, String person) {

  Json.Obj json() {
    return Json.object().put("group", group).put("person", person).build();
  }

  static Recusal read(Node node) {
    node.only("group", "person");
    return new Recusal(node.get("group").text(Names.LABEL), node.get("person").text(Names.LABEL));
  }
}

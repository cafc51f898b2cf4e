package cn.sunlot.draw.matching;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;

/** A slot and the person who fills it. */
public record Assignment(Slot slot, String person) {

  Json.Obj json() {
    return slot.members().put("person", person).build();
  }

  static Assignment read(Node node) {
    node.only("group", "role", "person");
    return new Assignment(Slot.read(node), node.get("person").text(Names.LONG));
  }
}

package cn.sunlot.draw.matching;

import cn.sunlot.draw.json.Json;

/** A slot and the person who fills it. */
public record Assignment(Slot slot, String person) {

  Json.Obj json() {
    return slot.members().put("person", person).build();
  }
}

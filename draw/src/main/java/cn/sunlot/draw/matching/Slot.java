package cn.sunlot.draw.matching;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;

/**
 * A place to be filled: a role in the team of a group (one visit, or one team).
 *
 * @param group name of the group, {@code [A-Za-z0-9._:-]{1,128}}
 * @param role name of the role, {@code [A-Za-z0-9._-]{1,64}}
 */
public record Slot(String group, String role) {
  /** The text that its tickets are made of; group and role hold no slash, so it is unique. */
  public String label() {
    return group + "/" + role;
  }

  Json.Builder members() {
    return Json.object().put("group", group).put("role", role);
  }

  static Slot read(Node node) {
    return new Slot(node.get("group").text(Names.LABEL), node.get("role").text(Names.CODE));
  }

  @Override
  public String toString() {
    return label();
  }
}

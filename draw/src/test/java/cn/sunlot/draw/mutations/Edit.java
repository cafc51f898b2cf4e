package cn.sunlot.draw.mutations;

import cn.sunlot.draw.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change at one place of a document. */
record Edit(Op op, Json with) {

  private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[(\\d+)]");

  /** The steps of a path like {@code $.strata.A[3]}: names, and numbers as text. */
  static List<String> path(String path) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      steps.add(step.group(1) == null ? step.group(2) : step.group(1));
    }
    return steps;
  }

  /** The document with the change. */
  Json at(Json value, List<String> path) {
    if (path.isEmpty()) {
      return with;
    }
    String step = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (value instanceof Json.Arr array) {
      return items(array.items(), Integer.parseInt(step), rest);
    }
    Map<String, Json> members = new TreeMap<>(((Json.Obj) value).members());
    if (rest.isEmpty() && op == Op.DROP) {
      members.remove(step);
    } else if (rest.isEmpty() && op == Op.PUT) {
      members.put(step, with);
    } else {
      members.put(step, at(Objects.requireNonNullElse(members.get(step), with), rest));
    }
    return new Json.Obj(members);
  }

  private Json items(List<Json> old, int index, List<String> rest) {
    List<Json> items = new ArrayList<>(old);
    if (!rest.isEmpty() || op == Op.SET) {
      items.set(index, at(items.get(index), rest));
    } else if (op == Op.DROP) {
      items.remove(index);
    } else if (op == Op.REPEAT) {
      items.add(index, items.get(index));
    } else {
      Collections.swap(items, index, index - 1);
    }
    return new Json.Arr(items);
  }
}

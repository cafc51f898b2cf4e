package cn.sunlot.draw.mutations;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.draw.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The mutations of a text of the log: every line, changed in every way. */
final class TextMutations {

  private static final Json NONE = Json.of("");
  private static final String DASH = "\u2014 ";

  private final String file;
  private final List<String> lines;
  private final boolean keys;
  private final List<Mutation> all = new ArrayList<>();

  private TextMutations(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
    this.keys = file.endsWith("keys.txt");
  }

  static List<Mutation> of(String file, byte[] text) {
    TextMutations mutations = new TextMutations(file, new String(text, UTF_8).lines().toList());
    for (int i = 0; i < mutations.lines.size(); i++) {
      mutations.line(i);
    }
    if (!mutations.lines.isEmpty()) {
      mutations.add("the last line open", Op.LINE_OPEN, 0, NONE);
      mutations.add("cut off", Op.SPLICE, -5, splice(5, ""));
    }
    mutations.add("something after it", Op.SPLICE, text.length, splice(0, "x\n"));
    mutations.add("no UTF-8", Op.SPLICE, 0, splice(0, "\u00ff"));
    if (file.endsWith(".tlog-proof")) {
      String head = mutations.lines.get(0);
      mutations.add("extra data", Op.SPLICE, head.length() + 1, splice(0, "extra AAAA\n"));
      mutations.add("extra data misspelt", Op.SPLICE, head.length() + 1, splice(0, "extra A\n"));
    }
    return mutations.all;
  }

  private static Json splice(int length, String with) {
    return Json.array(List.of(Json.of(length), Json.of(with)));
  }

  private void add(String what, Op op, int at, Json with) {
    all.add(new Mutation(what, file, op, Integer.toString(at), with));
  }

  /** Of a witness: a line of its key, or of its signature. */
  private boolean ofWitness(int i) {
    boolean first = i == 0 || !lines.get(i - 1).startsWith(DASH);
    return keys ? i > 0 : lines.get(i).startsWith(DASH) && !first;
  }

  private void line(int i) {
    String line = lines.get(i);
    boolean signature = line.startsWith(DASH);
    add("changed", Op.LINE_SET, i + 1, Json.of(changed(line)));
    add("with a blank after it", Op.LINE_SET, i + 1, Json.of(line + " "));
    add(ofWitness(i) ? "without a witness's line" : "dropped", Op.LINE_DROP, i + 1, NONE);
    add(signature ? "a signature twice" : "repeated", Op.LINE_REPEAT, i + 1, NONE);
    if (i > 0 && !line.equals(lines.get(i - 1))) {
      boolean signatures = signature && lines.get(i - 1).startsWith(DASH);
      String witnesses = keys && i > 1 ? "witnesses swapped" : "swapped";
      add(signatures ? "signatures swapped" : witnesses, Op.LINE_SWAP, i + 1, NONE);
    }
  }

  /** Another line of the same look: a character in the middle is another one. */
  private static String changed(String line) {
    if (line.isEmpty()) {
      return "A";
    }
    int at = line.matches("[0-9a-f]+") ? line.length() - 1 : line.length() * 3 / 4;
    char c = line.charAt(at);
    char other = c == '1' ? '2' : Character.isDigit(c) ? '1' : c == 'a' ? 'b' : 'a';
    return line.substring(0, at) + other + line.substring(at + 1);
  }
}

package cn.sunlot.draw.mutations;

import cn.sunlot.draw.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The mutations of a packed list: first, middle and last line, and the packing. */
final class ListMutations {

  private static final Json NONE = Json.of("");

  private final String file;
  private final List<String> lines;
  private final List<Mutation> all = new ArrayList<>();

  private ListMutations(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static List<Mutation> of(String file, byte[] packed) throws IOException {
    ListMutations list = new ListMutations(file, Mutation.unpack(packed).lines().toList());
    int last = list.lines.size();
    IntStream.of(1, 1 + last / 2, last).distinct().forEach(list::line);
    list.packing();
    return list.all;
  }

  private void add(String what, Op op, int line, Json with) {
    all.add(new Mutation(what, file, op, Integer.toString(line), with));
  }

  private void set(String what, int line, String text) {
    add(what, Op.LINE_SET, line, Json.of(text));
  }

  private void line(int number) {
    String line = lines.get(number - 1);
    String token = line.substring(0, 64);
    String rest = line.substring(64);
    char last = token.charAt(63);
    set("another token", number, token.substring(0, 63) + (last == '0' ? '1' : '0') + rest);
    set("a token in capitals", number, token.toUpperCase(Locale.ROOT).replace('0', 'A') + rest);
    set("a blank after it", number, line + " ");
    set("a column more", number, line + ",1");
    set("a column less", number, line.substring(0, line.lastIndexOf(',')));
    set("nothing in it", number, "");
    set("too long", number, token + "," + "x".repeat(80));
    set("a name with a slash", number, token + ",a/b" + (weighted() ? ",1" : ""));
    if (weighted()) {
      String stratum = rest.startsWith(",A") ? ",D" : ",A";
      set("another stratum", number, token + stratum + rest.substring(2));
      set("a stratum without quota", number, token + ",zz" + rest.substring(2));
      set("another weight", number, token + rest.substring(0, 3) + (rest.endsWith(",9") ? 8 : 9));
      set("a weight of nothing", number, token + rest.substring(0, 3) + 0);
      set("a weight with a zero before it", number, token + rest.substring(0, 3) + "01");
      set("a weight too large", number, token + rest.substring(0, 3) + 65);
    } else {
      set("another reason", number, token + (rest.equals(",exempt") ? ",annual-cap" : ",exempt"));
    }
    add("dropped", Op.LINE_DROP, number, NONE);
    add("repeated", Op.LINE_REPEAT, number, NONE);
    if (number > 1) {
      add("swapped", Op.LINE_SWAP, number, NONE);
    }
  }

  private boolean weighted() {
    return lines.get(0).chars().filter(c -> c == ',').count() == 2;
  }

  private void packing() {
    add("the last line open", Op.LINE_OPEN, 0, NONE);
    splice("packed otherwise", 0, 2, "PK");
    splice("packed by another method", 2, 1, "\u0007");
    splice("cut off", -9, 9, "");
    splice("cut off in its check sum", -3, 3, "");
    splice("another check sum", -8, 4, "abcd");
    splice("another length", -4, 1, "z");
    splice("no block of its kind", 10, 1, "\u0006");
    splice("something after it", -1, 1, "\u0000and more");
  }

  private void splice(String what, int offset, int length, String with) {
    Json parts = Json.array(List.of(Json.of(length), Json.of(with)));
    all.add(new Mutation(what, file, Op.SPLICE, Integer.toString(offset), parts));
  }
}

package cn.sunlot.draw.matching;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import java.util.List;
import java.util.function.Function;

/**
 * The input of a substitute round of inspectors (section 10), fixed before its chain value is
 * opened.
 *
 * @param r number of the round, from 1 without gaps
 * @param open the slots to be matched in this round; unique
 * @param left who leaves which slot and why; unique by slot
 * @param recused recusals that became known, beyond those of the roster and earlier rounds
 * @param absent persons who cannot be drawn any more; they keep the slots that {@code left} does
 *     not name
 * @param sources fresh public sources, in order; none means that the holder of the chain could
 *     foresee the round
 */
public record InspectorRound(
    int r,
    List<Slot> open,
    List<Departure> left,
    List<Recusal> recused,
    List<Absence> absent,
    List<PublicSource> sources) {

  public InspectorRound {
    open = List.copyOf(open);
    left = List.copyOf(left);
    recused = List.copyOf(recused);
    absent = List.copyOf(absent);
    sources = List.copyOf(sources);
    Roster.unique(open, "$.open");
    Roster.unique(left.stream().map(Departure::slot).toList(), "$.left");
    Roster.unique(recused, "$.recused");
    Roster.unique(absent.stream().map(Absence::person).toList(), "$.absent");
  }

  /** A person who leaves a slot, and the reason code. */
  public record Departure(Slot slot, String person, String reason) {

    Json.Obj json() {
      return slot.members().put("person", person).put("reason", reason).build();
    }

    static Departure read(Node node) {
      node.only("group", "role", "person", "reason");
      return new Departure(
          Slot.read(node),
          node.get("person").text(Names.LABEL),
          node.get("reason").text(Names.CODE));
    }
  }

  /**
   * Reads the document.
   *
   * @throws cn.sunlot.draw.text.Refusal if it is not the input of a round of inspectors
   */
  public static InspectorRound read(Json document) {
    Node root = Node.root(document).only("r", "open", "left", "recused", "absent", "public");
    return new InspectorRound(
        (int) root.get("r").integer(1, Integer.MAX_VALUE),
        list(root, "open", node -> Slot.read(node.only("group", "role"))),
        list(root, "left", Departure::read),
        list(root, "recused", Recusal::read),
        list(root, "absent", Absence::read),
        list(root, "public", PublicSource::read));
  }

  private static <T> List<T> list(Node root, String member, Function<Node, T> read) {
    return root.get(member).items().stream().map(read).toList();
  }

  /** The document, whose canonical form is hashed, logged and published. */
  public Json.Obj json() {
    return Json.object()
        .put("r", r)
        .put("open", open.stream().map(slot -> slot.members().build()).toList())
        .put("left", left.stream().map(Departure::json).toList())
        .put("recused", recused.stream().map(Recusal::json).toList())
        .put("absent", absent.stream().map(Absence::json).toList())
        .put("public", sources.stream().map(PublicSource::json).toList())
        .build();
  }
}

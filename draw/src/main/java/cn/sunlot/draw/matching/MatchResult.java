package cn.sunlot.draw.matching;

import cn.sunlot.draw.json.Json;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a matching gives, as {@code result.json} holds it.
 *
 * @param slots the filled slots in the order of step 1, each with its person
 * @param cap the balanced cap L, empty if the roster does not balance
 * @param unfilled the slots that could not be kept, in the order of step 1
 * @param reason why, if something is unfilled
 */
public record MatchResult(
    List<Assignment> slots, OptionalLong cap, List<Slot> unfilled, @Nullable Reason reason) {

  public MatchResult {
    slots = List.copyOf(slots);
    unfilled = List.copyOf(unfilled);
    if ((reason == null) != unfilled.isEmpty()) {
      throw new IllegalArgumentException("a reason is given exactly if something is unfilled");
    }
  }

  /**
   * Hall's condition, to be added up by hand: these slots have only these persons, who cannot serve
   * more of them.
   *
   * @param slots every slot whose removal would leave the largest number that can be filled
   *     unchanged, in the order of step 1
   * @param persons everybody eligible for one of them, in byte order
   */
  public record Reason(List<Slot> slots, List<String> persons) {
    public Reason {
      slots = List.copyOf(slots);
      persons = List.copyOf(persons);
    }
  }

  /**
   * One entry of {@code rounds} in {@code result.json}.
   *
   * @param r number of the round, 0 for the draw
   */
  public Json.Obj json(int r) {
    Json.Builder members =
        Json.object()
            .put("r", r)
            .put("slots", slots.stream().map(Assignment::json).toList())
            .put("unfilled", objects(unfilled));
    cap.ifPresent(l -> members.put("cap", l));
    if (reason != null) {
      members.put(
          "reason",
          Json.object()
              .put("slots", objects(reason.slots()))
              .put("persons", Json.texts(reason.persons()))
              .build());
    }
    return members.build();
  }

  private static List<Json> objects(List<Slot> slots) {
    return slots.stream().<Json>map(slot -> slot.members().build()).toList();
  }
}

package cn.sunlot.drawing.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.drawing.Draws.Group;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.Officer;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.Draws.SlotOrder;
import cn.sunlot.kernel.Ids;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/** How the order of a draw of inspectors is stored. */
class PackedOrderTest {

  private final ObjectMapper json = new ObjectMapper();

  private static InspectorDrawOrder order(int visits) {
    UUID one = Ids.next();
    UUID two = Ids.next();
    List<Group> groups =
        IntStream.range(0, visits).mapToObj(i -> new Group(Ids.next(), "V-" + i)).toList();
    return new InspectorDrawOrder(
        Ids.next(),
        Ids.next(),
        Ids.next(),
        "T-1",
        new ProfileVersion("base", "1", "00"),
        groups,
        groups.stream().map(g -> new SlotOrder(g.visitId(), "a-leader", Set.of(one, two))).toList(),
        List.of(new Officer(one, "L1", "甲", 9), new Officer(two, "L2", "乙", 9)),
        List.of(),
        List.of(),
        true);
  }

  @Test
  void what_is_read_is_what_was_stored_and_people_stand_in_it_once() {
    InspectorDrawOrder order = order(50);
    String text = json.writeValueAsString(PackedOrder.of(order));
    assertThat(json.readValue(text, PackedOrder.class).order()).isEqualTo(order);
    String person = order.officers().get(0).inspectorId().toString();
    assertThat(text.split(person, -1).length - 1).as("as officer, and in one set").isEqualTo(2);
  }

  @Test
  void a_file_from_before_people_were_shared_is_read_as_it_is() {
    InspectorDrawOrder order = order(3);
    String old = json.writeValueAsString(order);
    assertThat(json.readValue(old, PackedOrder.class).order()).isEqualTo(order);
  }
}

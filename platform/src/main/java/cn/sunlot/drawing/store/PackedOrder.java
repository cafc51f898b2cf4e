package cn.sunlot.drawing.store;

import cn.sunlot.drawing.Draws.AbsentOfficer;
import cn.sunlot.drawing.Draws.Group;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.Officer;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.drawing.Draws.SlotOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draw of inspectors as it is stored: people that many places share are written once, or the
 * order of a city with 30,000 visits would be a gigabyte.
 *
 * @param people sets of people, by their place in this list; null in files from before this
 */
record PackedOrder(
    UUID authorityId,
    UUID departmentId,
    UUID taskId,
    String taskNumber,
    ProfileVersion profile,
    List<Group> groups,
    List<Place> slots,
    List<Officer> officers,
    List<RecusedPair> recused,
    List<AbsentOfficer> absent,
    boolean balance,
    @Nullable List<Set<UUID>> people) {

  /**
   * A place in a team.
   *
   * @param eligible its people themselves, in files from before they were shared
   * @param of which set of people
   */
  record Place(UUID visitId, String role, @Nullable Set<UUID> eligible, @Nullable Integer of) {}

  static PackedOrder of(InspectorDrawOrder order) {
    Map<Set<UUID>, Integer> known = new HashMap<>();
    List<Set<UUID>> people = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (SlotOrder slot : order.slots()) {
      int set =
          known.computeIfAbsent(
              slot.eligible(),
              eligible -> {
                people.add(eligible);
                return people.size() - 1;
              });
      places.add(new Place(slot.visitId(), slot.role(), null, set));
    }
    return new PackedOrder(
        order.authorityId(),
        order.departmentId(),
        order.taskId(),
        order.taskNumber(),
        order.profile(),
        order.groups(),
        places,
        order.officers(),
        order.recused(),
        order.absent(),
        order.balance(),
        people);
  }

  InspectorDrawOrder order() {
    return new InspectorDrawOrder(
        authorityId,
        departmentId,
        taskId,
        taskNumber,
        profile,
        groups,
        slots.stream().map(this::slot).toList(),
        officers,
        recused,
        absent,
        balance);
  }

  private SlotOrder slot(Place place) {
    Integer of = place.of();
    Set<UUID> eligible =
        of == null
            ? Objects.requireNonNull(place.eligible(), "who may fill it")
            : Objects.requireNonNull(people, "sets of people").get(of);
    return new SlotOrder(place.visitId(), place.role(), eligible);
  }
}

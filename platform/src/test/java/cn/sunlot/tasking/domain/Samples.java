package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.Ids;
import cn.sunlot.policy.InspectorRules.Admitted;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.registry.Registry.Inspector.Leave;
import cn.sunlot.tasking.domain.Staff.Terms;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Made-up inspectors and needs for tests of rules. */
final class Samples {

  static final LocalDate FROM = LocalDate.of(2026, 6, 1);
  static final LocalDate TO = LocalDate.of(2026, 6, 30);
  static final UUID LEAD = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  static final UUID TAX = UUID.fromString("00000000-0000-0000-0000-00000000000b");
  static final UUID HEALTH = UUID.fromString("00000000-0000-0000-0000-00000000000c");
  static final Terms LICENCE = new Terms(true, false, Set.of(), EnumSet.allOf(Admitted.class));

  private Samples() {}

  static Inspector inspector(String name) {
    return inspector(name, "enforcement", TO, Set.of(), null);
  }

  static Inspector inspector(String name, LocalDate until) {
    return inspector(name, "enforcement", until, Set.of(), null);
  }

  static Inspector entered(String name, String... items) {
    return inspector(name, "enforcement", TO, Set.of(items), null);
  }

  static Inspector inspector(
      String name,
      String licence,
      LocalDate until,
      Set<String> items,
      @Nullable LocalDate trainedOn,
      Leave... leave) {
    return new Inspector(
        Ids.next(),
        Ids.next(),
        LEAD,
        null,
        name,
        "男",
        "科员",
        "LIC-" + name,
        licence,
        until,
        "331081",
        Set.of(),
        items,
        trainedOn,
        true,
        List.of(leave));
  }

  static Need need(String number, List<Seat> seats) {
    return need(number, FROM, TO, seats, Map.of());
  }

  static Need need(
      String number,
      LocalDate from,
      LocalDate to,
      List<Seat> seats,
      Map<UUID, TreeSet<String>> codes) {
    return new Need(
        Ids.next(), number, Ids.next(), from, to, "", seats, Map.copyOf(codes), Set.of());
  }

  static Staff staff(Map<UUID, List<Inspector>> people) {
    return new Staff(people, Map.of(), Map.of(), LICENCE);
  }
}

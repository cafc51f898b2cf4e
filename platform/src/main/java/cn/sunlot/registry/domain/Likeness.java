package cn.sunlot.registry.domain;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Uscc;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why two targets are probably one: what agrees, and what differs all the same.
 *
 * @param signals what agrees, the strongest first
 * @param differing fields that differ, as the history names them; {@code unitId} and {@code status}
 *     too
 */
public record Likeness(Set<Signal> signals, List<String> differing) {

  /** Something that agrees. */
  public enum Signal {
    /** The organisation code of one is inside the credit code of the other. */
    ORGANISATION_CODE(100),
    /** The old registration number of one is inside the credit code of the other. */
    OLD_NUMBER(100),
    /** The same number but for letters and digits that look alike. */
    LOOKALIKE_CODE(80),
    /** The same name in the same region, however it is written. */
    NAME(10),
    ADDRESS(6),
    CONTACT(5),
    RESPONSIBLE_PERSON(4),
    /** Somebody said so. */
    BY_HAND(0);

    private final int weight;

    Signal(int weight) {
      this.weight = weight;
    }

    boolean ofCode() {
      return weight >= 80;
    }
  }

  public Likeness {
    signals = EnumSet.copyOf(signals);
    differing = List.copyOf(differing);
  }

  /** How much speaks for it; lists begin with the most. */
  public int weight() {
    return signals.stream().mapToInt(signal -> signal.weight).sum();
  }

  /** Nothing but somebody's word. */
  public static Likeness byHand(KnownTarget one, KnownTarget other) {
    return new Likeness(EnumSet.of(Signal.BY_HAND), differing(one, other));
  }

  /** Empty where they are two as far as anybody can tell. A name alone says nothing. */
  public static Optional<Likeness> of(KnownTarget one, KnownTarget other) {
    EnumSet<Signal> signals = codes(one.unitId().value(), other.unitId().value());
    boolean code = signals.stream().anyMatch(Signal::ofCode);
    boolean name = sameName(one.content(), other.content());
    if (name || code) {
      signals.addAll(fields(one.content(), other.content()));
    }
    if (name) {
      signals.add(Signal.NAME);
    }
    return code || signals.size() > 1 && name
        ? Optional.of(new Likeness(signals, differing(one, other)))
        : Optional.empty();
  }

  private static EnumSet<Signal> codes(String one, String other) {
    EnumSet<Signal> signals = EnumSet.noneOf(Signal.class);
    if (same(ComparableCode.organisation(one), ComparableCode.organisation(other))) {
      signals.add(Signal.ORGANISATION_CODE);
    }
    boolean old = ComparableCode.isCreditCode(one) != ComparableCode.isCreditCode(other);
    if (old && same(ComparableCode.oldNumber(one), ComparableCode.oldNumber(other))) {
      signals.add(Signal.OLD_NUMBER);
    }
    boolean bothRight = isRight(one) && isRight(other);
    if (!bothRight && ComparableCode.folded(one).equals(ComparableCode.folded(other))) {
      signals.add(Signal.LOOKALIKE_CODE);
    }
    return signals;
  }

  /** Two codes whose check characters are right are two codes, however much they look alike. */
  private static boolean isRight(String unitId) {
    return Uscc.read(unitId).map(Uscc::checkCharacterRight).orElse(false);
  }

  private static boolean sameName(TargetContent one, TargetContent other) {
    return one.regionCode().equals(other.regionCode())
        && ComparableName.of(one.name(), one.regionCode())
            .equals(ComparableName.of(other.name(), other.regionCode()));
  }

  private static EnumSet<Signal> fields(TargetContent one, TargetContent other) {
    EnumSet<Signal> signals = EnumSet.noneOf(Signal.class);
    String address = ComparableName.ofAddress(one.address(), one.regionCode());
    if (!address.isEmpty()
        && address.equals(ComparableName.ofAddress(other.address(), other.regionCode()))) {
      signals.add(Signal.ADDRESS);
    }
    if (same(one.responsiblePerson(), other.responsiblePerson())) {
      signals.add(Signal.RESPONSIBLE_PERSON);
    }
    if (same(one.contact(), other.contact())) {
      signals.add(Signal.CONTACT);
    }
    return signals;
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && Objects.equals(one, other);
  }

  private static List<String> differing(KnownTarget one, KnownTarget other) {
    List<String> differing = new ArrayList<>(List.of("unitId"));
    if (one.status() != other.status()) {
      differing.add("status");
    }
    differing.addAll(one.content().differences(other.content()).keySet());
    return differing;
  }

  /** The signals as they are stored and sent. */
  public List<String> signalNames() {
    return signals.stream().map(Lifecycle::wireName).toList();
  }
}

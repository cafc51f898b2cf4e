package cn.sunlot.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether those who answer for a registry must say that it is current before a draw is made from
 * it.
 *
 * @param registries which ones; none where nothing is demanded
 * @param withinDays how many days old a confirmation may be, or null for any number
 * @param since what it must come after, or null
 */
public record RegistryConfirmation(
    Set<KeptRegistry> registries, @Nullable Integer withinDays, @Nullable Since since) {

  /** What is kept. */
  public enum KeptRegistry {
    TARGETS,
    INSPECTORS
  }

  /** What a confirmation must come after. */
  public enum Since {
    TASK_OPENING
  }

  /** What is wrong with a confirmation. */
  public enum Lack {
    NEVER,
    TOO_OLD,
    BEFORE_TASK
  }

  /** Nothing is demanded, as in versions from before this was asked. */
  public static final RegistryConfirmation NONE = new RegistryConfirmation(Set.of(), null, null);

  public RegistryConfirmation {
    registries = Set.copyOf(registries);
    if (withinDays != null && withinDays < 0) {
      throw new IllegalArgumentException("within-days is not negative");
    }
  }

  public boolean isDemanded(KeptRegistry registry) {
    return registries.contains(registry);
  }

  /**
   * What the last confirmation of a registry lacks now.
   *
   * @param confirmed when it was, or null if there is none
   * @param taskOpened when the task was opened for which is asked, or null if for none
   */
  public Optional<Lack> lack(
      KeptRegistry registry,
      @Nullable Instant confirmed,
      @Nullable Instant taskOpened,
      Clock clock) {
    if (!isDemanded(registry)) {
      return Optional.empty();
    }
    if (confirmed == null) {
      return Optional.of(Lack.NEVER);
    }
    LocalDate day = LocalDate.ofInstant(confirmed, clock.getZone());
    if (withinDays != null && LocalDate.now(clock).isAfter(day.plusDays(withinDays))) {
      return Optional.of(Lack.TOO_OLD);
    }
    return since == Since.TASK_OPENING && taskOpened != null && confirmed.isBefore(taskOpened)
        ? Optional.of(Lack.BEFORE_TASK)
        : Optional.empty();
  }
}

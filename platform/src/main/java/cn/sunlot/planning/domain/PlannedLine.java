package cn.sunlot.planning.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a plan or proposal, with where it stands.
 *
 * @param place null for a line that is only being drafted
 * @param leadId the department that leads: of a section of a city its department
 * @param methods ways of inspecting: those of the line, or where it names none those of its items
 */
public record PlannedLine(Line line, @Nullable Place place, UUID leadId, Set<String> methods) {

  /** What a line stands in. */
  public enum Source {
    PLAN,
    PROPOSAL
  }

  /**
   * Where a line stands.
   *
   * @param id key of the plan or proposal
   * @param departmentId whose it is
   * @param state of the plan's current version, or of the proposal
   * @param draftedBy whom to ask
   */
  public record Place(
      Source source,
      UUID id,
      String number,
      String title,
      UUID departmentId,
      String state,
      UUID draftedBy) {}

  public PlannedLine {
    methods = Set.copyOf(methods);
  }
}

package cn.sunlot.results;

import java.util.List;
import java.util.UUID;

/**
 * The last days for objections to published results were computed again because working days
 * changed; told in the transaction of the change.
 */
public record ObjectionTermsMoved(List<UUID> resultIds) {

  public ObjectionTermsMoved {
    resultIds = List.copyOf(resultIds);
  }
}

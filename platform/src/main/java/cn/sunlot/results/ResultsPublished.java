package cn.sunlot.results;

import java.util.List;
import java.util.UUID;

/** The results of a task were published; told in the transaction of the change. */
public record ResultsPublished(UUID taskId, List<UUID> resultIds) {

  public ResultsPublished {
    resultIds = List.copyOf(resultIds);
  }
}

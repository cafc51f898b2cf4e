package cn.sunlot.tasking;

import java.util.List;
import java.util.UUID;

/** Teams were sent out; published in the transaction of the change. */
public record VisitsDispatched(UUID taskId, List<UUID> visitIds) {}

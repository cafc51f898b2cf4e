package cn.sunlot.tasking.domain;

import java.util.UUID;

/**
 * An item of a task.
 *
 * @param versionId the version that is inspected by
 * @param itemId the item, for counting draws of the same item
 * @param departmentId which picked it and checks it at the level of the task (TZ-17)
 */
public record TaskItem(UUID versionId, UUID itemId, UUID departmentId) {}

package cn.sunlot.registry.domain;

import cn.sunlot.kernel.NamedId;
import java.util.List;
import java.util.UUID;

/**
 * A list of targets as somebody wants to see it again.
 *
 * @param departmentId for whose people it is, where it is shared
 * @param columns that are shown, by their keys on the screen
 */
public record SavedList(
    UUID id,
    UUID authorityId,
    UUID departmentId,
    NamedId owner,
    String name,
    TargetListFilter filter,
    String sort,
    List<String> columns,
    boolean shared) {}

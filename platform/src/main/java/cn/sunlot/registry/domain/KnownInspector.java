package cn.sunlot.registry.domain;

import java.util.UUID;

/** An inspector as it stands, to be changed. */
public record KnownInspector(UUID id, UUID authorityId, InspectorContent content, int version) {}

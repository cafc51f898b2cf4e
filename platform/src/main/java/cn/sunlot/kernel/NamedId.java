package cn.sunlot.kernel;

import java.util.UUID;

/** A thing in a response: its key, and the name that the screen shows. */
public record NamedId(UUID id, String name) {}

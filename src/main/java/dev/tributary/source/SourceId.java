package dev.tributary.source;

import dev.tributary.event.Kind;
import dev.tributary.event.Scope;

/** A source as configured: its name, which API it asks, and about what. */
public record SourceId(String name, Kind kind, Scope scope) {}

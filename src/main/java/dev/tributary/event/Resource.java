package dev.tributary.event;

import org.jspecify.annotations.Nullable;

/** What an event happened to. */
public record Resource(@Nullable String type, @Nullable String name) {}

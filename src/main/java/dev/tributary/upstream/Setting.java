package dev.tributary.upstream;

/** A value and the full key that it came from; for a default, the key that would change it. */
record Setting<T>(String key, T value) {}

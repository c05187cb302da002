package dev.tributary.source;

/**
 * A part of a window that a source could not deliver while it goes on elsewhere.
 *
 * @param uncertain most of it was delivered, but something may be missing
 */
public record Gap(Window window, SourceFailure reason, boolean uncertain) {}

package dev.tributary.upstream;

/**
 * Why the configuration cannot work.
 *
 * @param key the full key, or the environment variable, that has to change
 * @param message for the operator; never holds a credential
 */
public record Fault(String key, String message) {}

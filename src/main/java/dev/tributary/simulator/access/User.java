package dev.tributary.simulator.access;

/**
 * An IAM user who may log in.
 *
 * @param domain the name of the account that the user belongs to
 */
public record User(String domain, String name, String password) {}

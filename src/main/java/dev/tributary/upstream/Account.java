package dev.tributary.upstream;

/** An account's name and its login. Sources of one account and project share what follows from it. */
public record Account(String name, Login login) {}

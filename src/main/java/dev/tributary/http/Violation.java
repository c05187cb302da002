package dev.tributary.http;

/** What is wrong with one parameter of a request; the message is for a person. */
record Violation(String parameter, String message) {}

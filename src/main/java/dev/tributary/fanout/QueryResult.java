package dev.tributary.fanout;

/** What became of a query. */
public sealed interface QueryResult permits Answer, Refusal, Busy {}

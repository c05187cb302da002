package dev.tributary.http;

/** What became of a request's parameters. */
sealed interface Checked permits EventsRequest, Rejected {}

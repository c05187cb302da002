package dev.tributary.upstream.slice;

/** What an API calls its list of records and its total. */
public record PageShape(String list, String total) {}

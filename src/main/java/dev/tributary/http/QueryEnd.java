package dev.tributary.http;

/**
 * What became of a query.
 *
 * @param status of its answer; 0 if the client went before it was told
 * @param events handed over
 * @param upstreamCalls that its answer tells of
 */
public record QueryEnd(Format format, Ending how, int status, long events, long upstreamCalls) {}

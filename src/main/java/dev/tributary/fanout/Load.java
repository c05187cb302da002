package dev.tributary.fanout;

/**
 * How busy this process is with queries just now.
 *
 * @param bufferedBytes what all of them hold or have reserved
 * @param maxBufferedBytes what they may hold
 * @param running queries that read, exports included
 * @param waiting queries that wait for their turn, or for memory
 */
public record Load(long bufferedBytes, long maxBufferedBytes, long running, int waiting) {}

package dev.tributary.upstream.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Who waits: a queue for each source that has somebody waiting, and the sources are served in turn. So one that queues a
 * hundred calls keeps no other waiting for longer than one of them. Whoever uses it guards it by a lock.
 *
 * @param <T> one who waits; told apart by {@code equals}
 */
final class Turns<T> {
    private final Map<String, Deque<T>> queues = new LinkedHashMap<>(); // whoever stands first is served next

    boolean isEmpty() {
        return queues.isEmpty();
    }

    int size() {
        return queues.values().stream().mapToInt(Deque::size).sum();
    }

    void add(String source, T caller) {
        queues.computeIfAbsent(source, any -> new ArrayDeque<>()).addLast(caller);
    }

    /** Without effect on one who has had his turn. */
    void remove(String source, T caller) {
        queues.computeIfPresent(source, (any, queue) -> queue.remove(caller) && queue.isEmpty() ? null : queue);
    }

    /**
     * Takes out whose turn it is; his source stands last from now on.
     *
     * @throws NoSuchElementException when nobody waits
     */
    T next() {
        Map.Entry<String, Deque<T>> first = queues.entrySet().iterator().next();
        String source = first.getKey();
        Deque<T> queue = first.getValue();
        queues.remove(source);
        T caller = queue.removeFirst();
        if (!queue.isEmpty()) {
            queues.put(source, queue);
        }
        return caller;
    }
}

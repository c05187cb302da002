package dev.tributary.upstream.slice;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Window;
import java.time.Instant;

/**
 * Where slices begin and end: at multiples of a power of two that is about a tenth of their length, so that equal reads
 * meet. Distances are counted in milliseconds, in the direction of reading.
 */
record SlicePlan(EventOrder order, SliceReader.Sizes sizes) {
    private static final int PARTS = 10;

    /**
     * The slice that begins at a place and has about the length wished.
     *
     * @param far the window's other edge, which a slice does not pass further than to round it, or to be long enough
     */
    Window slice(Instant place, Instant far, long wished) {
        return slice(along(place), along(place) + wished, along(far), grid(wished));
    }

    /** The same at the window's edge, which is rounded outward. */
    Window first(Instant edge, Instant far, long wished) {
        long grid = grid(wished);
        return slice(down(along(edge), grid), along(edge) + wished, along(far), grid);
    }

    /** The nearer half, in whole units, of a slice longer than one. */
    Window half(Window slice) {
        long near = along(slice.near(order));
        long units = Math.max(1, slice.length().toMillis() / unit() / 2);
        return Window.between(order, slice.near(order), time(near + units * unit()));
    }

    private Window slice(long near, long ideal, long far, long grid) {
        long end = ideal < far ? Math.min(end(near, ideal, grid), up(far, grid)) : up(far, grid);
        end = Math.max(end, up(near + sizes.shortest().toMillis(), unit()));
        end = Math.min(end, near + sizes.longest().toMillis());
        return Window.between(order, time(near), time(end));
    }

    private long end(long near, long ideal, long grid) {
        long end = down(grid == unit() ? ideal : ideal + grid / 2, grid);
        return end > near ? end : down(near, grid) + grid;
    }

    private long grid(long wished) {
        return unit() * Long.highestOneBit(Math.max(1, wished / PARTS / unit()));
    }

    private long unit() {
        return sizes.unit().toMillis();
    }

    private static long down(long place, long grid) {
        return Math.floorDiv(place, grid) * grid;
    }

    private static long up(long place, long grid) {
        return -down(-place, grid);
    }

    private long along(Instant time) {
        return order == EventOrder.DESC ? -time.toEpochMilli() : time.toEpochMilli();
    }

    private Instant time(long along) {
        return Instant.ofEpochMilli(order == EventOrder.DESC ? -along : along);
    }
}

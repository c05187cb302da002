package dev.tributary.source;

/**
 * What reading one page of a source takes of the heap, by what its pages have weighed so far.
 *
 * @param rows of a whole page; of several, where it reads them side by side before it hands over any
 * @param rowBytes of one row, parsed and normalised
 */
public record PageWeight(long rows, long rowBytes) {

    public long bytes() {
        return rows * rowBytes;
    }
}

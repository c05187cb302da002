package dev.tributary.upstream.slice;

import dev.tributary.source.EventSource;
import dev.tributary.source.PageWeight;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.SourceId;
import dev.tributary.source.SourceStatus;
import dev.tributary.upstream.call.Calls;

/** A source whose upstream filters by time: what differs between kinds is how a slice is read. */
public record SlicedSource(
        ReadSettings settings, Calls calls, Pages pages, ByPageSize<SliceReader> readers, ProvenCache.Shelf shelf)
        implements EventSource {

    @Override
    public SourceId id() {
        return settings.id();
    }

    @Override
    public void prepare() {
        readers.whole().prepare();
    }

    @Override
    public Reading read(ReadRequest request) {
        SliceReader reader = readers.within(request.allowance().memory());
        return new SlicedReading(reader, () -> shelf, request, settings);
    }

    @Override
    public PageWeight pageWeight() {
        return pages.weight(settings.pageSize());
    }

    @Override
    public SourceStatus status() {
        return calls.status(settings.settle(), settings.overlap());
    }
}

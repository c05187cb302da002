package dev.tributary.upstream.slice;

import dev.tributary.source.EventSource;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.SourceId;
import dev.tributary.source.SourceStatus;
import dev.tributary.upstream.call.Calls;

/** A source whose upstream filters by time: what differs between kinds is how a slice is read. */
public record SlicedSource(ReadSettings settings, Calls calls, SliceReader reader, ProvenCache.Shelf shelf)
        implements EventSource {

    @Override
    public SourceId id() {
        return settings.id();
    }

    @Override
    public void prepare() {
        reader.prepare();
    }

    @Override
    public Reading read(ReadRequest request) {
        return new SlicedReading(reader, () -> shelf, request, settings);
    }

    @Override
    public SourceStatus status() {
        return calls.status(settings.settle(), settings.overlap());
    }
}

package dev.tributary.upstream.slice;

import dev.tributary.source.EventSource;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.SourceId;
import dev.tributary.source.SourceStatus;
import dev.tributary.upstream.call.Calls;

/** A source of any kind: what differs is how a slice is read. */
public record SlicedSource(ReadSettings settings, Calls calls, SliceReader reader) implements EventSource {

    @Override
    public SourceId id() {
        return settings.id();
    }

    @Override
    public Reading read(ReadRequest request) {
        return new SlicedReading(reader, request, settings.clock());
    }

    @Override
    public SourceStatus status() {
        return calls.status(settings.settle(), settings.overlap());
    }
}

package dev.tributary.upstream.registryaudit;

import dev.tributary.source.Window;
import dev.tributary.upstream.call.Spending;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Rows;
import dev.tributary.upstream.slice.Slice;
import dev.tributary.upstream.slice.SliceReader;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The API has no time filter, so a slice of any length costs the same: its three lists, side by side, whole. */
final class RegistryAuditSlices implements SliceReader {
    private final WholeList.Asking asking;
    private final ReadSettings settings;

    RegistryAuditSlices(WholeList.Asking asking, ReadSettings settings) {
        this.asking = asking;
        this.settings = settings;
    }

    @Override
    public Uni<Slice> read(Window slice, Spending spending) {
        List<Uni<List<Page>>> lists = Stream.of(Operation.values())
                .map(operation -> new WholeList(asking, operation, settings, spending).read())
                .toList();
        return Uni.join().all(lists).andFailFast().map(this::merged);
    }

    @Override
    public Duration longest() {
        return Duration.ofMillis(Long.MAX_VALUE);
    }

    private Slice merged(List<List<Page>> lists) {
        RegistryAuditNormaliser normaliser = new RegistryAuditNormaliser(settings.id());
        List<Rows> answers = lists.stream()
                .flatMap(List::stream)
                .map(page -> Rows.of(page, normaliser))
                .toList();
        return new Slice.Proven(
                answers.stream().flatMap(rows -> rows.events().stream()).toList(),
                answers.stream().mapToInt(Rows::unreadable).sum());
    }
}

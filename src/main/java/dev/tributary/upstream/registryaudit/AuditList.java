package dev.tributary.upstream.registryaudit;

import dev.tributary.upstream.slice.Look;
import dev.tributary.upstream.slice.Normaliser;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;

/** One of the registry's three lists: how it is asked, what was seen of it, and what of it is proven. */
final class AuditList {
    /** Pages behind it could not be asked for: offsets are 32 bits wide. */
    static final int LAST_NUMBER = Integer.MAX_VALUE / 1_000;

    private final Operation operation;
    private final Asking asking;
    private final ReadSettings settings;
    private final Normaliser normaliser;
    private final ListMemory memory;
    private final ProvenCache cache;
    private final ListSizes sizes;
    private volatile ProvenCache.Shelf shelf;

    /** @param sizes the same list in pages of other sizes */
    AuditList(Operation operation, Asking asking, ReadSettings settings, ProvenCache cache, ListSizes sizes) {
        this.operation = operation;
        this.asking = asking;
        this.settings = settings;
        this.normaliser = new RegistryAuditNormaliser(settings.id());
        this.memory = new ListMemory(settings.pageSize(), settings.reorderTolerance());
        this.cache = cache;
        this.sizes = sizes;
        this.shelf = cache.sharedShelf(settings, operation.wire());
    }

    /** One call for a page of a list. */
    @FunctionalInterface
    interface Asking {
        Uni<Look> page(Operation operation, int offset, Tally tally);
    }

    Uni<ListPage> page(int number, Tally tally) {
        return scanned(number, tally).invoke(this::saw);
    }

    /** A page of which nothing is remembered: a scan sees so many that all others would be forgotten. */
    Uni<ListPage> scanned(int number, Tally tally) {
        int size = settings.pageSize();
        return asking.page(operation, Math.min(number, LAST_NUMBER) * size, tally)
                .map(look -> ListPage.of(
                        number, size, look, normaliser, settings.clock().instant()));
    }

    private void saw(ListPage page) {
        if (memory.isContradictedBy(page)) {
            forget();
        }
        memory.saw(page);
    }

    /** The list does not run as it seemed to, so what was proven by its order is not. */
    void forget() {
        sizes.forget(operation);
    }

    /** From now on it shares nothing: others may not have noticed as yet. */
    void forgetOwn() {
        memory.forget();
        shelf = cache.shelf(settings);
    }

    Operation operation() {
        return operation;
    }

    ReadSettings settings() {
        return settings;
    }

    ListMemory memory() {
        return memory;
    }

    ProvenCache.Shelf shelf() {
        return shelf;
    }
}

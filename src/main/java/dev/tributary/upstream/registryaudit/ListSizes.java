package dev.tributary.upstream.registryaudit;

import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The lists as they are read in pages of all sizes that are needed. Each size is looked up and remembered on its own, but
 * what shows that a list does not run as it seemed to counts for all.
 */
final class ListSizes {
    private final ProvenCache cache;
    private final List<AuditList> opened = new CopyOnWriteArrayList<>();

    ListSizes(ProvenCache cache) {
        this.cache = cache;
    }

    /** The three lists in pages of the settings' size. */
    List<AuditList> open(AuditList.Asking asking, ReadSettings settings) {
        List<AuditList> lists = Stream.of(Operation.values())
                .map(operation -> new AuditList(operation, asking, settings, cache, this))
                .toList();
        opened.addAll(lists);
        return lists;
    }

    /** What was proven of this list by its order is not. */
    void forget(Operation operation) {
        opened.stream().filter(list -> list.operation() == operation).forEach(AuditList::forgetOwn);
    }
}

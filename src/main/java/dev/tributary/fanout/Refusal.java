package dev.tributary.fanout;

import dev.tributary.walk.Walk;
import java.util.List;

/**
 * A query that fails as a whole: every source still being read failed and nothing can be handed over, or a gap was not
 * allowed ({@link PartialMode#DENY}).
 *
 * @param sources all configured sources, by name; the failed ones carry their error
 * @param without a walk that goes on, or ends, without the failed ones; under {@code deny} the request's own walk, to be
 *     repeated with {@code allow}
 */
public record Refusal(Query query, List<SourceReport> sources, Walk without) implements QueryResult {}

package dev.tributary.upstream.slice;

import dev.tributary.upstream.slice.TimeFilter.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the page after some rows might be asked for; the vendor's pages leave it open what {@code line_num} does. */
enum PageWay {
    /** The last row's {@code line_num}, and how many rows were read. */
    LINE_AND_OFFSET {
        @Override
        Question after(List<UpstreamRecord> rows, Question first) {
            return question(first, rows.size(), lineNum(rows));
        }
    },
    /** The last row's {@code line_num} alone. */
    LINE {
        @Override
        Question after(List<UpstreamRecord> rows, Question first) {
            return question(first, 0, lineNum(rows));
        }
    },
    /** How many rows were read, alone. */
    OFFSET {
        @Override
        Question after(List<UpstreamRecord> rows, Question first) {
            return question(first, rows.size(), null);
        }
    };

    abstract Question after(List<UpstreamRecord> rows, Question first);

    private static Question question(Question first, int offset, @Nullable String lineNum) {
        return new Question(first.start(), first.end(), first.limit(), offset, lineNum);
    }

    private static @Nullable String lineNum(List<UpstreamRecord> rows) {
        return rows.isEmpty() ? null : rows.get(rows.size() - 1).text("line_num");
    }
}

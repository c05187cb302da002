package dev.tributary;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/** What is logged, from when it is made until it is closed. */
public final class LogLines extends Handler {
    private final String category;
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();

    private LogLines(String category) {
        this.category = category;
    }

    /** @param category empty for all */
    public static LogLines of(String category) {
        LogLines lines = new LogLines(category);
        LogManager.getLogManager().getLogger(category).addHandler(lines);
        return lines;
    }

    public List<LogRecord> all() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line);
    }

    @Override
    public void flush() {
        // nothing waits
    }

    @Override
    public void close() {
        LogManager.getLogManager().getLogger(category).removeHandler(this);
    }
}

package dev.tributary.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs all tasks in the test's thread, one after the other, never one inside another. */
final class InTurn implements Executor {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.addLast(task);
        if (tasks.size() == 1) { // else the loop that runs the task which came with this one gets to it
            runAll();
        }
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.getFirst().run();
            tasks.removeFirst();
        }
    }
}

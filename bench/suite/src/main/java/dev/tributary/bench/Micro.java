package dev.tributary.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What is done for every event or call, by itself: JMH's figures, a run being a JVM of its own. */
final class Micro implements Part {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    @Override
    public List<Figure> measure(Stage stage) {
        List<Figure> figures = new ArrayList<>();
        for (RunResult result : results()) {
            String method = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            Collection<String> parameters = result.getParams().getParamsKeys();
            String kind = parameters.isEmpty() ? "" : " " + result.getParams().getParam("records");
            String what = method.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT) + kind;
            figures.add(Figure.told(what, series(result), "ns", bytes(result)));
        }
        return figures;
    }

    private static Collection<RunResult> results() {
        TimeValue each = TimeValue.milliseconds(Stage.TIME.toMillis() / 5);
        try {
            return new Runner(new OptionsBuilder()
                            .include(Operations.class.getName())
                            .addProfiler(GCProfiler.class)
                            .jvmArgs(Child.HEAP)
                            .forks(Stage.RUNS)
                            .warmupIterations(3)
                            .warmupTime(each)
                            .measurementIterations(2)
                            .measurementTime(each)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One result a JVM. */
    private static Series series(RunResult result) {
        return Series.of(result.getBenchmarkResults().stream()
                .mapToDouble(run -> run.getPrimaryResult().getScore())
                .toArray());
    }

    private static String bytes(RunResult result) {
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return allocated == null ? "" : "%,.0f bytes allocated".formatted(allocated.getScore());
    }
}

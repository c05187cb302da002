package dev.tributary.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All figures, as Markdown.
 *
 * @param failed parts of which there are none
 */
record Report(List<Figure> figures, List<String> failed) {

    String text() {
        return """
                # Results

                Written by `bench/run` on %s.

                %s- Of each figure: the median of %d runs, and the least and the most. What is compared was measured in
                  turns in the same run, each time for %d s; a ratio is taken run by run.
                - Every JVM that is measured has `%s`. Pace is lifted: `%s`
                %s
                ## Reach

                | what | goal | measured | spread | reached | how |
                | --- | --- | --- | --- | --- | --- |
                %s

                ## Figures

                | what | measured | spread | how |
                | --- | --- | --- | --- |
                %s

                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.description(),
                        Stage.RUNS,
                        Stage.TIME.toSeconds(),
                        Child.HEAP,
                        Service.PACE.strip().replace("\n", "`, `"),
                        failed.isEmpty() ? "" : "- **Not measured**, for they failed: " + failed + "\n",
                        lines(true),
                        lines(false));
    }

    private String lines(boolean withGoal) {
        return figures.stream()
                .filter(figure -> figure.hasGoal() == withGoal)
                .map(Figure::line)
                .collect(Collectors.joining("\n"));
    }
}

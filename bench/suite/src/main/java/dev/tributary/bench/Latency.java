package dev.tributary.bench;

/** How long answers take while a server is asked at a steady pace, run by run. */
record Latency(Series p50, Series p99) {
    static final String NOTE = "at a steady half of its throughput, corrected for coordinated omission";

    static Latency of(Load load, double perSecond) {
        Latency latency = new Latency(new Series(), new Series());
        for (int run = 0; run < Stage.RUNS; run++) {
            Load.Run answers = load.paced(Stage.TIME, perSecond);
            latency.p50.add(answers.p50());
            latency.p99.add(answers.p99());
        }
        return latency;
    }
}

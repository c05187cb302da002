package dev.tributary.ops;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whoever is told to stop, and does, has not failed: Kubernetes and systemd take 143, with which a virtual machine ends
 * that was sent a SIGTERM, for a failure. So the process ends with 0 then, once all has been stopped.
 */
final class ExitCode {
    /** 128 and the signal's number: what a native image would end with. */
    private static final int TERMINATED = 128 + 15;

    private final AtomicInteger code = new AtomicInteger();

    /** For the process that this is called in, before Quarkus runs. */
    void prevail() {
        ApplicationLifecycleManager.setDefaultExitCodeHandler(this::end);
        Runtime.getRuntime().addShutdownHook(new Thread(this::afterTheStop, "exit code"));
    }

    private void end(Integer asked) {
        code.set(asked == TERMINATED ? 0 : asked);
        System.exit(code.get());
    }

    /** Nothing else in the process runs at the end of a virtual machine that would say what a signal's code is. */
    private void afterTheStop() {
        Application application = ApplicationLifecycleManager.getCurrentApplication();
        if (application != null) {
            application.awaitShutdown();
            Runtime.getRuntime().halt(code.get());
        }
    }
}

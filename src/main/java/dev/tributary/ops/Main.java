package dev.tributary.ops;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public class Main {

    /**
     * Read once by Quarkus, when its server is loaded. Else it answers a 400 without a body to an address that is no URI,
     * before any filter is asked; now ours refuses it, and says which parameter it is.
     */
    private static final String UNCHECKED = "vertx.disableURIValidation";

    public static void main(String... arguments) {
        System.setProperty(UNCHECKED, "true");
        new ExitCode().prevail();
        Quarkus.run(arguments);
    }
}

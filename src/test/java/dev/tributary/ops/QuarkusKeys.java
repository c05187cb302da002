package dev.tributary.ops;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The keys of all extensions of Quarkus in the class path, as their own documentation lists them. */
final class QuarkusKeys {
    private static final String DOCUMENTATION = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    private QuarkusKeys() {}

    static Set<String> documented() throws IOException {
        Set<String> keys = new TreeSet<>();
        ClassLoader classPath = Thread.currentThread().getContextClassLoader();
        for (URL extension : Collections.list(classPath.getResources(DOCUMENTATION))) {
            keys.addAll(new ObjectMapper().readTree(extension).findValuesAsText("property"));
        }
        return keys;
    }
}

package dev.tributary;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Four who may ask: one who sees everything, one who sees two sources, one who may have one query at a time, one two. */
public class CallersProfile implements QuarkusTestProfile {
    static final String ALL = "all.sees.everything.0001";
    static final String ALL_NEXT = "all.sees.everything.0002";
    static final String TEAM = "team-sees-two-sources/+~==";
    static final String TWO = "two.queries.at.a.time";
    static final String ONE = "one_query_at_a_time_1";

    static final MountedSecret TOKENS_OF_ALL = withTokens("\n" + ALL + "\n\n  " + ALL_NEXT + "  ");

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "tributary.anonymous-access",
                "false",
                "tributary.callers.all.token-file",
                TOKENS_OF_ALL.file("tokens").toString(),
                "tributary.callers.team.token-file",
                fileWith(TEAM),
                "tributary.callers.team.sources",
                "registry,orders-*",
                "tributary.callers.two.token-file",
                fileWith(TWO),
                "tributary.callers.two.max-queries",
                "2",
                "tributary.callers.one.token-file",
                fileWith(ONE),
                "tributary.callers.one.max-queries",
                "1");
    }

    private static String fileWith(String token) {
        return withTokens(token + "\n").file("tokens").toString();
    }

    private static MountedSecret withTokens(String lines) {
        return MountedSecret.holding(Map.of("tokens", lines));
    }
}

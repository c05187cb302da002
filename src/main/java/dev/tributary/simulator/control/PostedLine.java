package dev.tributary.simulator.control;

import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.fault.Target;
import dev.tributary.simulator.fault.When;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of the script as it is posted: {@code target}; of when, {@code calls}, {@code after}, {@code for},
 * {@code probability} and {@code seed}; {@code fault} and its parameters. Texts and numbers only.
 */
record PostedLine(Target target, When when, Fault fault, Map<String, String> words) {
    private static final Pattern CALLS = Pattern.compile("(?<first>\\d{1,18})(?<to>-(?<last>\\d{1,18})?)?");

    static PostedLine read(byte[] body) {
        Fields fields = Fields.of(body);
        PostedLine line = new PostedLine(target(fields), when(fields), FaultNames.read(fields), fields.posted());
        fields.end();
        return line;
    }

    /** A place below an API that is not called stays a silent line; a misspelt API does not. */
    private static Target target(Fields fields) {
        String text = fields.mandatoryText("target");
        String api = text.split("/", -1)[0];
        if (!api.equals("*")
                && Stream.of(Api.values()).noneMatch(known -> known.text().equals(api))) {
            throw Fields.refused(
                    "target",
                    "begins with none of * "
                            + String.join(
                                    " ", Stream.of(Api.values()).map(Api::text).toList()));
        }
        return new Target(text);
    }

    private static When when(Fields fields) {
        When always = When.always();
        return When.of(fields.text("calls").map(PostedLine::calls).orElse(always.calls()))
                .within(
                        fields.duration("after").orElse(always.after()),
                        fields.duration("for").orElse(always.lasting()))
                .withProbability(
                        fields.probability("probability").orElse(always.probability()),
                        fields.number("seed", 0, Long.MAX_VALUE).orElse(always.seed()));
    }

    /** {@code 3}, {@code 2-5} or {@code 4-}, counted from 1. */
    private static Calls calls(String text) {
        Matcher matcher = CALLS.matcher(text);
        if (!matcher.matches()) {
            throw Fields.refused("calls", "is neither a number nor a range such as 2-5 or 4-");
        }
        long first = Long.parseLong(matcher.group("first"));
        if (matcher.group("to") == null) {
            return Calls.number(first);
        }
        return matcher.group("last") == null
                ? Calls.from(first)
                : new Calls(first, Long.parseLong(matcher.group("last")));
    }
}

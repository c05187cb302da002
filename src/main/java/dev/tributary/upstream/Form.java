package dev.tributary.upstream;

import java.util.regex.Pattern;

/** The forms that configured texts must have. */
public enum Form {
    /** Dashes are what an environment variable can stand for; 63 as in names of Kubernetes. */
    NAME("(?=.{1,63}$)[a-z0-9]+(-[a-z0-9]+)*", "must be of the form [a-z0-9]+(-[a-z0-9]+)*, at most 63 characters"),
    /** Ids go into paths, where dots alone would lead elsewhere. */
    ID("[A-Za-z0-9][A-Za-z0-9._-]{0,127}", "may hold letters, digits, dot, underscore and dash only"),
    /** A line break at the end of a mounted secret is the usual cause. */
    HEADER("[!-~]+", "holds a character that no header carries, perhaps a line break at its end"),
    /** What goes into a body. */
    TEXT("(?s).+", "is empty");

    private final Pattern pattern;
    private final String rule;

    Form(String pattern, String rule) {
        this.pattern = Pattern.compile(pattern);
        this.rule = rule;
    }

    void check(String value, String key, FaultCollector faults) {
        faults.addUnless(fits(value), key, rule);
    }

    /** What a text breaks that does not fit; continues its key as a sentence. */
    public String rule() {
        return rule;
    }

    public boolean fits(String value) {
        return pattern.matcher(value).matches();
    }
}

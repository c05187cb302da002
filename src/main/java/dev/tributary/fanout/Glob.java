package dev.tributary.fanout;

import java.util.ArrayList;
import java.util.List;

/**
 * A text to compare with, in which {@code *} stands for any characters. Letter case does not count, in no language.
 *
 * @param written as the client sent it
 * @param literals what stands between the wildcards, folded; one alone if there is no wildcard
 */
public record Glob(String written, List<String> literals) {

    public Glob {
        literals = List.copyOf(literals);
    }

    /** {@code \*} and {@code \\} mean the character itself; any other backslash is one (think of {@code DOMAIN\name}). */
    public static Glob of(String written) {
        List<String> literals = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '*') {
                literals.add(fold(literal.toString()));
                literal.setLength(0);
            } else {
                boolean escape = c == '\\' && i + 1 < written.length() && "*\\".indexOf(written.charAt(i + 1)) >= 0;
                literal.append(escape ? written.charAt(++i) : c);
            }
        }
        literals.add(fold(literal.toString()));
        return new Glob(written, literals);
    }

    /**
     * Makes texts equal that differ in letter case only: character by character, so that substrings stay substrings. Without
     * a stream, because every event passes here with all its texts.
     */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(text.codePointAt(i))));
        }
        return folded.toString();
    }

    public boolean matches(String text) {
        return matchesFolded(fold(text));
    }

    /** Takes each literal at the first place where it fits: a later place never helps, so nothing is tried twice. */
    boolean matchesFolded(String text) {
        String first = literals.get(0);
        if (literals.size() == 1) {
            return text.equals(first);
        }
        String last = literals.get(literals.size() - 1);
        int end = text.length() - last.length();
        if (end < first.length() || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int found = text.indexOf(literal, at);
            if (found < 0 || found + literal.length() > end) {
                return false;
            }
            at = found + literal.length();
        }
        return true;
    }
}

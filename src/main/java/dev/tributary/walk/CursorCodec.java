package dev.tributary.walk;

import dev.tributary.event.EventKey;
import dev.tributary.source.FailureType;
import dev.tributary.source.Hints;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cursors as text that fits a URL as it is: base64url, without padding, of
 *
 * <pre>
 * version, parameters, hashes, position, sources, hints of each, finished, departed, settled to,
 * flag "had a gap", CRC-32 of all before
 * </pre>
 *
 * <p>One cursor has one text. The checksum tells damage, not forgery: a cursor made by hand is welcome as long as it
 * could be one of ours.
 */
public final class CursorCodec {
    /** Rises with every change of the layout or of {@link #REASONS}: better a cursor refused than one misread. */
    private static final int VERSION = 3;

    private static final List<FailureType> REASONS = List.of(FailureType.values());

    private static final int LONGEST = 16 * 1024; // characters; the server accepts no longer request line
    private static final Instant OLDEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant NEWEST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final int ID_DIGITS = 32;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{" + ID_DIGITS + "}");
    private static final int AT = 0;
    private static final int AFTER = 1;

    private CursorCodec() {}

    /**
     * @throws IllegalArgumentException if the cursor holds an id that is not 32 lower-case hex digits, a time outside
     *     the years 0 to 9999, or a text that is no Unicode
     */
    public static String encode(Cursor cursor) {
        ByteWriter out = new ByteWriter();
        out.octet(VERSION);
        out.map(cursor.parameters(), values -> out.list(values, out::text));
        out.map(cursor.sent(), out::fixedInt);
        write(cursor.walk(), out);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.sealed());
    }

    /**
     * The cursor, whose parts are well formed; whether they are allowed is for its reader to check.
     *
     * @throws MalformedCursorException for every text that {@link #encode} does not make
     */
    public static Cursor decode(String text) throws MalformedCursorException {
        ByteReader in = ByteReader.unseal(bytes(text));
        if (in.octet() != VERSION) {
            throw new MalformedCursorException("this cursor was made by another release; begin anew");
        }
        Map<String, List<String>> parameters = in.map(() -> List.copyOf(in.list(in::text)));
        Map<String, Integer> sent = in.map(in::fixedInt);
        Cursor cursor = new Cursor(parameters, sent, readWalk(in));
        if (!encode(cursor).equals(text)) { // trailing octets, names in disorder, other forms of a number
            throw ByteReader.damaged();
        }
        return cursor;
    }

    private static byte[] bytes(String text) throws MalformedCursorException {
        if (text.length() > LONGEST) {
            throw new MalformedCursorException("this is too long for a cursor");
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw ByteReader.damaged();
        }
    }

    private static void write(Walk walk, ByteWriter out) {
        write(walk.position(), out);
        out.list(walk.sources(), out::text);
        walk.sources().forEach(source -> out.list(walk.hintsFor(source).numbers(), out::signed));
        out.list(walk.finished(), out::text);
        out.list(walk.departed(), departure -> write(departure, out));
        writeSettled(walk.settledTo(), out);
        out.flag(walk.hadGap());
    }

    private static void writeSettled(@Nullable Instant time, ByteWriter out) {
        out.flag(time != null);
        if (time != null) {
            out.signed(checked(time).toEpochMilli());
        }
    }

    private static @Nullable Instant readSettled(ByteReader in) throws MalformedCursorException {
        return in.flag() ? readTime(in) : null;
    }

    private static Instant readTime(ByteReader in) throws MalformedCursorException {
        Instant time = Instant.ofEpochMilli(in.signed());
        if (!isInRange(time)) {
            throw ByteReader.damaged();
        }
        return time;
    }

    private static Walk readWalk(ByteReader in) throws MalformedCursorException {
        Position position = readPosition(in);
        List<String> sources = in.list(in::text);
        Map<String, Hints> hints = readHints(sources, in);
        List<String> finished = in.list(in::text);
        List<Departure> departed = in.list(() -> readDeparture(in));
        Instant settledTo = readSettled(in);
        Walk walk = new Walk(position, sources, finished, departed, in.flag(), settledTo, hints);
        if (!namesEachSourceOnce(walk)) { // else an event could be handed over twice
            throw ByteReader.damaged();
        }
        return walk;
    }

    // Those that no walk of ours would keep are found when the walk is written again.
    private static Map<String, Hints> readHints(List<String> sources, ByteReader in) throws MalformedCursorException {
        Map<String, Hints> hints = new HashMap<>();
        for (String source : sources) {
            hints.put(source, new Hints(in.list(in::signed)));
        }
        return hints;
    }

    private static boolean namesEachSourceOnce(Walk walk) {
        Set<String> names = new HashSet<>(walk.sources());
        return isSortedSet(walk.sources())
                && isSortedSet(walk.finished())
                && walk.finished().stream().allMatch(names::add)
                && walk.departed().stream().map(Departure::source).allMatch(names::add);
    }

    private static boolean isSortedSet(List<String> names) {
        return List.copyOf(new TreeSet<>(names)).equals(names);
    }

    private static void write(Departure departure, ByteWriter out) {
        out.text(departure.source());
        write(departure.place(), out);
        out.octet(REASONS.indexOf(departure.reason()));
    }

    private static Departure readDeparture(ByteReader in) throws MalformedCursorException {
        return new Departure(in.text(), readPosition(in), readReason(in));
    }

    private static FailureType readReason(ByteReader in) throws MalformedCursorException {
        int index = in.octet();
        if (index >= REASONS.size()) {
            throw ByteReader.damaged();
        }
        return REASONS.get(index);
    }

    private static void write(Position position, ByteWriter out) {
        out.octet(position instanceof Position.After ? AFTER : AT);
        out.signed(checked(position.time()).toEpochMilli());
        if (position instanceof Position.After after) {
            out.text(after.key().source());
            out.hex(checked(after.key().id()));
        }
    }

    private static Position readPosition(ByteReader in) throws MalformedCursorException {
        int form = in.octet();
        if (form > AFTER) {
            throw ByteReader.damaged();
        }
        Instant time = readTime(in);
        return form == AT
                ? new Position.At(time)
                : new Position.After(new EventKey(time, in.text(), in.hex(ID_DIGITS)));
    }

    private static Instant checked(Instant time) {
        if (!isInRange(time)) {
            throw new IllegalArgumentException("a time outside the years 0 to 9999: " + time);
        }
        return time;
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id is 32 lower-case hex digits, not " + id);
        }
        return id;
    }

    private static boolean isInRange(Instant time) {
        return !time.isBefore(OLDEST) && !time.isAfter(NEWEST);
    }
}

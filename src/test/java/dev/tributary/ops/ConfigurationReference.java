package dev.tributary.ops;

import dev.tributary.ops.DocumentedInterfaces.Documented;
import dev.tributary.ops.DocumentedInterfaces.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every configuration key with what the javadoc of its mapping says of it, as Markdown. */
final class ConfigurationReference {
    private static final Pattern NAMED = Pattern.compile("@WithName\\((?:value = )?\"(.*)\"\\)");
    private static final Pattern LINK = Pattern.compile("\\{@link (\\w*)(?:#(\\w+))?(?:\\(\\))?}");
    private static final Pattern MAP = Pattern.compile("Map<String, (\\w+)>");

    private final DocumentedInterfaces interfaces;
    private final Set<String> told = new HashSet<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> undocumented = new ArrayList<>();

    ConfigurationReference(DocumentedInterfaces interfaces) {
        this.interfaces = interfaces;
    }

    /** All keys that lie below {@code prefix} by that mapping; what another one has told already is left out. */
    void tell(String mapping, String prefix) {
        Documented type = interfaces.byName().get(mapping);
        if (type != null && told.add(mapping)) {
            type.extended().forEach(parent -> tell(parent, prefix));
            lines.add("## " + mapping + ": `" + prefix + "…`");
            lines.add(markdown(type.text()));
            type.members().stream().filter(member -> !isGroup(member)).forEach(member -> tell(member, prefix));
            type.members().stream()
                    .filter(this::isGroup)
                    .forEach(group -> tell(groupOf(group), prefix + key(group) + (isMap(group) ? ".<name>." : ".")));
        }
    }

    private void tell(Member member, String prefix) {
        String key = prefix + key(member);
        if (member.text().isBlank()) {
            undocumented.add(key);
        }
        lines.add("### `" + key + "`");
        lines.add(markdown(member.text()));
    }

    private boolean isGroup(Member member) {
        return interfaces.byName().containsKey(groupOf(member));
    }

    private static boolean isMap(Member member) {
        return MAP.matcher(member.type()).matches();
    }

    private static String groupOf(Member member) {
        Matcher map = MAP.matcher(member.type());
        return map.matches() ? map.group(1) : member.type();
    }

    private static String key(Member member) {
        return member.annotations().stream()
                .map(NAMED::matcher)
                .filter(Matcher::matches)
                .map(named -> named.group(1))
                .findFirst()
                .orElseGet(() -> kebab(member.name()));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Paragraphs and lists, code and links: our javadoc has nothing else. */
    private static String markdown(String javadoc) {
        String oneLine = javadoc.strip().replaceAll("\\s+", " ");
        return LINK.matcher(oneLine)
                .replaceAll(ConfigurationReference::target)
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll(" ?<p> ?", "\n\n")
                .replaceAll(" ?<ul> ?", "\n")
                .replaceAll(" ?<li> ?", "\n- ")
                .replaceAll(" ?</ul> ?", "\n")
                .strip();
    }

    /** The key that a link to a mapping's method leads to, or the type's name. */
    private static String target(MatchResult link) {
        return "`" + (link.group(2) == null ? link.group(1) : kebab(link.group(2))) + "`";
    }

    /** Keys that no javadoc says anything of. */
    List<String> undocumented() {
        return undocumented;
    }

    String text() {
        return String.join("\n\n", lines) + "\n";
    }
}

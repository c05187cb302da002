package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a document shows of a terminal: commands, each after a {@code $}, and below each what it printed. */
record Console(List<String> lines) {

    /** The blocks of type {@code console} between this heading and the next. */
    static Console of(Path document, String heading) throws IOException {
        List<String> shown = new ArrayList<>();
        boolean here = false;
        boolean block = false;
        for (String line : Files.readAllLines(document)) {
            here = line.startsWith("## ") ? line.equals("## " + heading) : here;
            if (line.startsWith("```")) {
                block = line.equals("```console");
            } else if (here && block) {
                shown.add(line);
            }
        }
        return new Console(shown);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /**
     * Types the commands again, in one shell.
     *
     * @param addresses leads a command to where the services of the document really are
     * @return the terminal: the commands as the document has them, and what they print now
     */
    String replayed(Path directory, UnaryOperator<String> addresses) throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("script.sh"), script(addresses));
        ProcessBuilder shell = new ProcessBuilder("sh", script.toAbsolutePath().toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().put("no_proxy", "*");
        Process process = shell.start();
        String terminal = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return terminal;
    }

    private String script(UnaryOperator<String> addresses) {
        StringBuilder script = new StringBuilder();
        for (String command : commands()) {
            script.append("cat <<'TYPED'\n$ ").append(command).append("\nTYPED\n");
            script.append(addresses.apply(command)).append('\n');
        }
        return script.toString();
    }

    /** One that ends with a backslash goes on in the next line. */
    private List<String> commands() {
        List<String> commands = new ArrayList<>();
        boolean goesOn = false;
        for (String line : lines) {
            if (goesOn) {
                commands.add(commands.remove(commands.size() - 1) + "\n" + line);
            } else if (line.startsWith("$ ")) {
                commands.add(line.substring(2));
            }
            goesOn = (goesOn || line.startsWith("$ ")) && line.endsWith("\\");
        }
        return commands;
    }
}

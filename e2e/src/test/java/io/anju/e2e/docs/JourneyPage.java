package io.anju.e2e.docs;

import io.anju.e2e.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/journey.md} as a program: its shell blocks in order, each with the answer that is printed below it.
 *
 * @param blocks what a reader pastes
 */
record JourneyPage(Path file, String text, List<String> blocks) {

    /** A shell block, and the recorded answer behind it if there is one. */
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```\n(```\n.*?```\n)?");

    private static final int LINES_SHOWN = 6;
    private static final int LINE_SHOWN = 240;

    static JourneyPage read() throws IOException {
        Path file = Repository.root().resolve("docs/journey.md");
        String text = Files.readString(file);
        List<String> blocks =
                BLOCK.matcher(text).results().map(found -> found.group(1)).toList();
        return new JourneyPage(file, text, blocks);
    }

    /** One script that says, on a line of its own, where each block's answer begins. */
    String script(String marker) {
        var script = new StringBuilder("set -eu\n");
        for (int i = 0; i < blocks.size(); i++) {
            script.append("printf '\\n")
                    .append(marker)
                    .append(i)
                    .append("\\n'\n")
                    .append(blocks.get(i));
        }
        return script.append("printf '\\n").append(marker).append("end\\n'\n").toString();
    }

    /** The page with these answers in place of the recorded ones. */
    String withAnswers(List<String> answers) {
        var page = new StringBuilder();
        Matcher found = BLOCK.matcher(text);
        for (int i = 0; found.find(); i++) {
            String answer = shown(answers.get(i));
            String block = "```sh\n" + found.group(1) + "```\n" + (answer.isEmpty() ? "" : "```\n" + answer + "```\n");
            found.appendReplacement(page, Matcher.quoteReplacement(block));
        }
        return found.appendTail(page).toString();
    }

    /** What a page has room for; tokens and signatures say nothing to a reader. */
    private static String shown(String answer) {
        var lines = new ArrayList<String>();
        for (String line :
                answer.strip().replace("}{", "}\n{").lines().limit(LINES_SHOWN).toList()) {
            String cut = line.replaceAll("[A-Za-z0-9_-]{24}[A-Za-z0-9_.-]{40,}", "…");
            lines.add(cut.length() > LINE_SHOWN ? cut.substring(0, LINE_SHOWN) + "…" : cut);
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}

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
 * @param recorded what the page shows below each, one line an answer; nothing where it shows none
 */
record JourneyPage(Path file, String text, List<String> blocks, List<List<String>> recorded) {

    /** A shell block, and the recorded answer behind it if there is one. */
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```\n(?:```\n(.*?)```\n)?");

    /** The page asks for a call on the morning after it is run, and says that a public holiday refuses it. */
    private static final String ON_A_HOLIDAY = "\"code\":\"QUIET_HOURS\"";

    /** What a JVM that is given options by its surroundings says of them, in the middle of everything. */
    private static final Pattern JVM = Pattern.compile("Picked up \\w+: .*\n");

    private static final int LINES_SHOWN = 12;
    private static final int LINE_SHOWN = 240;

    static JourneyPage read() throws IOException {
        Path file = Repository.root().resolve("docs/journey.md");
        String text = Files.readString(file);
        List<String> blocks =
                BLOCK.matcher(text).results().map(found -> found.group(1)).toList();
        List<List<String>> recorded = BLOCK.matcher(text)
                .results()
                .map(found -> found.group(2) == null
                        ? List.<String>of()
                        : found.group(2).lines().toList())
                .toList();
        return new JourneyPage(file, text, blocks, recorded);
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

    /** The blocks whose recorded answer is not such as was answered now, each with both. */
    List<String> differences(List<String> answers) {
        var differences = new ArrayList<String>();
        for (int i = 0; i < blocks.size(); i++) {
            Answer shown = Answer.of(recorded.get(i));
            Answer answered = Answer.of(lines(answers.get(i)));
            if (!recorded.get(i).isEmpty()
                    && !shown.shows(answered)
                    && !answers.get(i).contains(ON_A_HOLIDAY)) {
                differences.add("%n%s  the page: %s%n  answered: %s".formatted(blocks.get(i), shown, answered));
            }
        }
        return differences;
    }

    /** An answer to each line, as many as the page has room for; tokens and signatures say nothing to a reader. */
    private static List<String> lines(String answer) {
        return JVM.matcher(answer)
                .replaceAll("")
                .strip()
                .replaceAll("}(?=\\{|curl:)", "}\n")
                .lines()
                .limit(LINES_SHOWN)
                .map(line -> line.replaceAll("[A-Za-z0-9_-]{24}[A-Za-z0-9_.-]{40,}", "…"))
                .toList();
    }

    private static String shown(String answer) {
        var shown = new StringBuilder();
        for (String line : lines(answer)) {
            shown.append(line.length() > LINE_SHOWN ? line.substring(0, LINE_SHOWN) + "…" : line)
                    .append('\n');
        }
        return shown.toString();
    }
}

package io.anju.launcher.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Adds up the test reports of all modules: the last line of {@code ./anju test}. Names what failed, what was skipped and
 * which modules were never come to, so that nothing is skipped silently. Arguments: the repository, and {@code passed} or
 * {@code failed} for the build.
 */
final class TestTally {

    private static final int WHY_MOST = 300;

    private int passed;
    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    private TestTally() {}

    /** Exits with 0 when the build passed, no test failed and at least one ran. */
    public static void main(String[] arguments) throws IOException, ParserConfigurationException {
        var tally = new TestTally();
        Path root = Path.of(arguments[0]);
        List<Path> reports = reports(root);
        for (Path report : reports) {
            tally.add(report);
        }
        boolean built = arguments[1].equals("passed");
        tally.print(built, untested(root, reports));
        System.exit(built && tally.failed.isEmpty() && tally.passed > 0 ? 0 : 1);
    }

    private static List<Path> reports(Path root) throws IOException {
        try (Stream<Path> files = Files.find(root, 5, (file, attributes) -> isReport(file))) {
            return files.sorted().toList();
        }
    }

    /** Modules that have tests and no report: what they are built on has failed. */
    private static List<Path> untested(Path root, List<Path> reports) throws IOException {
        try (Stream<Path> folders = Files.find(root, 4, (folder, attributes) -> folder.endsWith("src/test/java"))) {
            return folders.map(folder -> folder.resolve("../../..").normalize())
                    .filter(module -> reports.stream().noneMatch(report -> report.startsWith(module)))
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isReport(Path file) {
        return file.toString().matches(".*/(surefire|failsafe)-reports/TEST-[^/]*\\.xml");
    }

    private void add(Path report) throws IOException, ParserConfigurationException {
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
            var cases = document.getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                add((Element) cases.item(i));
            }
        } catch (SAXException cutOff) {
            failed.add(report.getFileName() + " (the report is cut off)");
        }
    }

    private void add(Element testCase) {
        String name = testCase.getAttribute("classname") + "." + testCase.getAttribute("name");
        if (has(testCase, "failure") || has(testCase, "error")) {
            failed.add(name + why(testCase));
        } else if (has(testCase, "skipped")) {
            skipped.add(name);
        } else {
            passed++;
        }
    }

    private static boolean has(Element testCase, String child) {
        return testCase.getElementsByTagName(child).getLength() > 0;
    }

    /** The beginning of what the test said, on one line; the whole stands in the report. */
    private static String why(Element testCase) {
        return Stream.of("failure", "error")
                .map(child -> (Element) testCase.getElementsByTagName(child).item(0))
                .filter(Objects::nonNull)
                .map(child -> child.getAttribute("message").strip().replaceAll("\\s+", " "))
                .filter(message -> !message.isEmpty())
                .map(message -> ": " + message.substring(0, Math.min(message.length(), WHY_MOST)))
                .findFirst()
                .orElse("");
    }

    private void print(boolean built, List<Path> untested) {
        failed.forEach(name -> System.out.println("failed:  " + name));
        skipped.forEach(name -> System.out.println("skipped: " + name));
        untested.forEach(module -> System.out.println("not tested: " + module));
        if (!built && failed.isEmpty()) {
            System.out.println("the build failed outside the tests (formatting, analysis, compilation): see above");
        }
        System.out.println(passed + " passed, " + failed.size() + " failed, " + skipped.size() + " skipped");
    }
}

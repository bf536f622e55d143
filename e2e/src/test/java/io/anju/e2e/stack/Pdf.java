package io.anju.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PDF files as tools see them that know nothing of us: poppler's {@code pdfsig} and {@code pdftotext}. */
public final class Pdf {

    private Pdf() {}

    /** The smallest file that is a PDF, with one line of text. */
    public static byte[] ofOnePage(String line) {
        var content = "BT /F1 24 Tf 72 720 Td (" + line + ") Tj ET";
        var text = """
                %%PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
                4 0 obj<</Length %d>>stream
                %s
                endstream endobj
                5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
                trailer<</Root 1 0 R>>
                """;
        return text.formatted(content.length(), content).getBytes(StandardCharsets.US_ASCII);
    }

    /** What {@code pdfsig} says of its signatures. */
    public static String judge(byte[] pdf) {
        return run(pdf, List.of("pdfsig", "-nocert"), List.of());
    }

    public static String text(byte[] pdf) {
        return run(pdf, List.of("pdftotext", "-layout"), List.of("-"));
    }

    private static String run(byte[] pdf, List<String> before, List<String> after) {
        try {
            var file = Files.createTempFile("anju", ".pdf");
            try {
                Files.write(file, pdf);
                return said(file, before, after);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(before.getFirst() + " is needed (Debian: poppler-utils)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String said(Path file, List<String> before, List<String> after)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(before);
        command.add(file.toString());
        command.addAll(after);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return said;
    }
}

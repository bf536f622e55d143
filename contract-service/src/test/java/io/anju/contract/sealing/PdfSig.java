package io.anju.contract.sealing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Poppler's {@code pdfsig}: the seal must hold for a tool that knows nothing of us. */
public final class PdfSig {
    private PdfSig() {}

    /** What {@code pdfsig} prints about {@code pdf}. */
    public static String says(byte[] pdf) throws IOException, InterruptedException {
        Path file = Files.createTempFile("anju-seal", ".pdf");
        try {
            Files.write(file, pdf);
            Process process = new ProcessBuilder("pdfsig", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            return fail("pdfsig is not installed: apt-get install poppler-utils (macOS: brew install poppler)");
        } finally {
            Files.delete(file);
        }
    }
}

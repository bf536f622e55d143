package io.anju.testkit.pact;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.anju.testkit.KeptFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pacts (specification version 3) where they are kept: with the provider, one file a consumer. */
public final class PactFiles {

    private static final Path PACTS = Path.of("src/test/resources/pacts");

    private PactFiles() {}

    /**
     * Holds the provider's file against what the consumer's test says; with {@code -Danju.update} writes it.
     *
     * @param provider the provider's folder, as seen from the consumer's
     */
    public static void hold(Path provider, RequestResponsePact pact) {
        var name = pact.getConsumer().getName() + "-" + pact.getProvider().getName() + ".json";
        KeptFile.hold(provider.resolve(PACTS).resolve(name), text(pact));
    }

    /** The pacts that others keep with the service under test. */
    static List<Pact> kept() {
        try (var files = Files.list(PACTS)) {
            return files.sorted()
                    .map(file -> DefaultPactReader.INSTANCE.loadPact(file.toFile()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(RequestResponsePact pact) {
        var text = new StringWriter();
        var written = DefaultPactWriter.INSTANCE.writePact(pact, new PrintWriter(text, true), PactSpecVersion.V3);
        if (written.errorValue() != null) {
            throw new AssertionError(written.errorValue());
        }
        return text + "\n";
    }
}

package io.anju.testkit.architecture.breach.model;

import java.io.FileReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;

/** A model that reaches out, so that a rule is seen to refuse it. */
final class Reader {

    private Reader() {}

    static String file() throws IOException {
        return Files.readString(Path.of("a"));
    }

    static int oldFile() throws IOException {
        try (var reader = new FileReader("a")) {
            return reader.read();
        }
    }

    static HttpClient host() {
        return HttpClient.newHttpClient();
    }

    static Timestamp row() {
        return new Timestamp(0);
    }
}

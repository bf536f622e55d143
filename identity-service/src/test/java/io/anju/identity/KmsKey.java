package io.anju.identity;

import io.anju.kit.crypto.Kms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Keys in the sandbox's KMS. */
public final class KmsKey {

    private KmsKey() {}

    /** A new one, and the way to it. */
    public static Kms made(URI url, String token, String name, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("kms-token"), token + "\n");
        post(url, token, "/v1/transit/keys/" + name);
        return new Kms(new Kms.Settings(url, name, file, Duration.ofSeconds(5)));
    }

    private static void post(URI url, String token, String path) throws IOException {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .header("X-Vault-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.body());
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}

package io.anju.identity.notice;

import io.anju.identity.model.Wording;
import io.anju.identity.notice.model.NoticeReference;
import io.anju.kit.http.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The privacy notice in force: files {@code privacy-notices/VERSION.{zh,en}.txt}; the Chinese text is the binding one. */
@ApplicationScoped
public class PrivacyNotices {

    /** A notice with its texts. */
    public record Notice(NoticeReference reference, Wording text) {}

    private final Notice current;
    private final String asksSince;

    /**
     * @param version of the notice in force
     * @param asksSince the oldest version that says the same of purpose, method and kind of data; empty: the one in force
     */
    PrivacyNotices(
            @ConfigProperty(name = "anju.identity.privacy-notice", defaultValue = "2026-11-01") String version,
            @ConfigProperty(name = "anju.identity.privacy-notice-asks-since") Optional<String> asksSince) {
        this.asksSince = asksSince.orElse(version);
        if (this.asksSince.compareTo(version) > 0) {
            throw new IllegalStateException(
                    "anju.identity.privacy-notice-asks-since is later than the notice in force");
        }
        String chinese = read(version + ".zh.txt");
        this.current = new Notice(
                new NoticeReference(version, Digests.sha256(chinese)), new Wording(read(version + ".en.txt"), chinese));
    }

    /** Whoever decided about this version or a later one is not asked about the one in force. */
    public String asksSince() {
        return asksSince;
    }

    public Notice current() {
        return current;
    }

    private static String read(String file) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream("privacy-notices/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no privacy notice " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

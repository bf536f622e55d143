package io.anju.identity.token.jose;

import io.anju.kit.crypto.WrappingKey;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The master key that seals, and beside it another that only opens, while one takes the place of the other.
 *
 * <p>Each is 32 random bytes in base64, never in the repository or the database: in a file, in the environment, or in a file
 * in which a key of a KMS has wrapped it. That key never leaves the KMS, which is asked once, at start.
 */
@Singleton
class MasterKeys {

    /** Where the master key comes from. */
    enum Source {
        /** In clear, in the file. */
        FILE,
        /** In clear, in a setting. */
        ENVIRONMENT,
        /** In the file, wrapped by a key in the KMS. */
        KMS
    }

    private final MasterKey current;
    private final Optional<MasterKey> other;

    /**
     * Reads them.
     *
     * @param source empty: whichever of the two next is set, wrapped or not
     * @param file where it lies
     * @param text the key itself, for those who hand secrets over in the environment ({@code ANJU_IDENTITY_MASTER_KEY})
     * @param otherFile where the other one lies, wrapped or not; only opens
     * @param otherText the other one itself
     */
    MasterKeys(
            WrappingKey kms,
            @ConfigProperty(name = "anju.identity.master-key-source") Optional<Source> source,
            @ConfigProperty(name = "anju.identity.master-key-file") Optional<Path> file,
            @ConfigProperty(name = "anju.identity.master-key") Optional<String> text,
            @ConfigProperty(name = "anju.identity.other-master-key-file") Optional<Path> otherFile,
            @ConfigProperty(name = "anju.identity.other-master-key") Optional<String> otherText) {
        if (file.isPresent() == text.isPresent()) {
            throw new IllegalStateException(
                    "the master key comes from anju.identity.master-key-file or from anju.identity.master-key");
        }
        var words = text.orElseGet(() -> read(file.orElseThrow()));
        source.ifPresent(wanted -> check(wanted, text.isPresent(), words));
        this.current = key(words, kms);
        this.other = otherText
                .or(() -> otherFile.map(MasterKeys::read))
                .map(found -> key(found, kms))
                .filter(found -> !found.id().equals(current.id()));
    }

    /** They are unwrapped now, where waiting for a KMS holds up nobody. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {}

    /** Whoever says where the key comes from gets it from there or not at all: a key in clear is none of a KMS. */
    private static void check(Source wanted, boolean inSetting, String words) {
        var found = WrappingKey.isWrapped(words) ? Source.KMS : inSetting ? Source.ENVIRONMENT : Source.FILE;
        if (found != wanted) {
            throw new IllegalStateException(
                    "anju.identity.master-key-source says " + wanted + ", what is there is " + found);
        }
    }

    private static MasterKey key(String words, WrappingKey kms) {
        return WrappingKey.isWrapped(words) ? new MasterKey(kms.unwrap(words)) : MasterKey.of(words);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file of a master key", e);
        }
    }

    /** The one that seals. */
    MasterKey current() {
        return current;
    }

    /** The ids of those that open, the one that seals first. */
    List<String> ids() {
        return Stream.concat(Stream.of(current), other.stream())
                .map(MasterKey::id)
                .toList();
    }

    /**
     * What was sealed, in clear.
     *
     * @param sealedBy id of the master key, where it is on record
     * @throws GeneralSecurityException when none that is here sealed it
     */
    byte[] open(byte[] sealed, String kid, Optional<String> sealedBy) throws GeneralSecurityException {
        var candidates = Stream.concat(Stream.of(current), other.stream())
                .filter(key -> sealedBy.filter(id -> !id.equals(key.id())).isEmpty())
                .toList();
        for (var key : candidates) {
            try {
                return key.open(sealed, kid);
            } catch (IllegalStateException anothers) {
                // The next may be the one.
            }
        }
        throw new GeneralSecurityException("no master key that is here sealed signing key " + kid);
    }
}

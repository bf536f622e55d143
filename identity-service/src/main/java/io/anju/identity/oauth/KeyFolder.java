package io.anju.identity.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The public keys of clients, one file each: {@code <client-id>.pub.pem}. A file may hold several keys, of which any is good: so
 * a client changes to a new one without a moment in which it has none. What is changed there counts within {@link #READ_AGAIN}.
 */
final class KeyFolder {

    private static final Logger LOG = Logger.getLogger(KeyFolder.class);

    /** How long a file's keys are taken without another look: a key that is taken out of it is good no longer than this. */
    static final Duration READ_AGAIN = Duration.ofSeconds(30);

    private static final int REMEMBERED_MAX = 1_000;

    private final Path folder;
    private final Cache<String, List<PublicKey>> fresh;
    private final Map<String, List<PublicKey>> lastGood = new ConcurrentHashMap<>();

    KeyFolder(Path folder, Ticker ticker) {
        this.folder = folder;
        this.fresh = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterWrite(READ_AGAIN)
                .ticker(ticker)
                .build();
    }

    /** The keys of a client whose id can name no other file; none where there is no file. */
    List<PublicKey> of(String id) {
        var known = fresh.getIfPresent(id);
        if (known != null) {
            return known;
        }
        var keys = read(id);
        // Only what is there is kept: ids are whatever somebody types.
        if (!keys.isEmpty()) {
            fresh.put(id, keys);
        }
        return keys;
    }

    private List<PublicKey> read(String id) {
        Path file = folder.resolve(id + ".pub.pem");
        if (!Files.isReadable(file)) {
            lastGood.remove(id);
            return List.of();
        }
        return parsed(file)
                .map(keys -> {
                    lastGood.put(id, keys);
                    return keys;
                })
                .orElseGet(() -> beforeItWasSpoilt(id, file));
    }

    /** A slip of the pen in a file must not stop a service that works. */
    private List<PublicKey> beforeItWasSpoilt(String id, Path file) {
        var before = lastGood.get(id);
        if (before == null) {
            throw new IllegalStateException(file.getFileName() + " holds something else than P-256 public keys in PEM");
        }
        LOG.errorf(
                "%s holds something else than P-256 public keys in PEM; its former keys stay good", file.getFileName());
        return before;
    }

    private static Optional<List<PublicKey>> parsed(Path file) {
        try {
            return PublicKeys.readAll(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        }
    }
}

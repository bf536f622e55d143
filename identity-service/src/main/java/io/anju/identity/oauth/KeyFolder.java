package io.anju.identity.oauth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The public keys of clients, one file each: {@code <client-id>.pub.pem}. A file may hold several keys, of which any is good: so
 * a client changes to a new one without a moment in which it has none. Whoever asks for keys gets what was last read.
 */
final class KeyFolder {

    private static final Logger LOG = Logger.getLogger(KeyFolder.class);

    private static final String ENDING = ".pub.pem";

    private final Path folder;
    private volatile Map<String, List<PublicKey>> keys = Map.of();

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** The keys of a client; none where there was no file. */
    List<PublicKey> of(String id) {
        return keys.getOrDefault(id, List.of());
    }

    /**
     * Reads all files, which blocks. What was read before stays good when the folder cannot be read.
     *
     * @throws IOException when the folder cannot be read
     */
    void read() throws IOException {
        var found = new HashMap<String, List<PublicKey>>();
        try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (var file : files) {
                if (Files.isReadable(file)) {
                    var name = file.getFileName().toString();
                    var id = name.substring(0, name.length() - ENDING.length());
                    found.put(id, read(id, file));
                }
            }
        }
        keys = Map.copyOf(found);
    }

    /** A slip of the pen in a file must not stop a service that works, nor the others. */
    private List<PublicKey> read(String id, Path file) {
        try {
            var read = PublicKeys.readAll(Files.readString(file));
            if (read.isPresent()) {
                return read.get();
            }
            LOG.errorf(
                    "%s%s holds something else than P-256 public keys in PEM; its former keys stay good", id, ENDING);
        } catch (IOException e) {
            LOG.errorf("%s%s cannot be read; its former keys stay good: %s", id, ENDING, e.getClass());
        }
        return of(id);
    }
}

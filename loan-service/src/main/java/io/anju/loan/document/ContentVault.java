package io.anju.loan.document;

import io.anju.kernel.result.Result;
import io.anju.loan.document.model.ContentType;
import io.anju.loan.document.model.DocumentRefusal;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where the documents' content lies, encrypted. Its methods block: call them on a worker thread.
 *
 * <p>A directory by default; a cluster puts an object store behind the same port.
 */
public interface ContentVault {

    /**
     * What is known of a content once it is stored.
     *
     * @param size bytes before encryption
     * @param sha256 of the content before encryption, hex
     * @param sealedKey the content's own key, encrypted
     */
    record Stored(ContentType type, long size, String sha256, byte[] sealedKey) {}

    /**
     * Encrypts while it streams; what is refused leaves nothing behind.
     *
     * @param room bytes that there are left for whoever sends it
     */
    Result<Stored, DocumentRefusal> put(UUID id, InputStream content, long room);

    /** Decrypts while it streams; a changed byte fails the reading. */
    InputStream open(UUID id, byte[] sealedKey);

    /** Forgets a content that no row speaks of. */
    void remove(UUID id);

    /** Parts of about the same size that the contents fall into, by the random end of their ids. */
    int PARTS = 256;

    /** The contents of a part that were stored before a time. */
    List<UUID> list(int part, Instant before);

    /** Removes what is left in a part of uploads that were begun before a time and never ended. */
    void removeBroken(int part, Instant before);
}

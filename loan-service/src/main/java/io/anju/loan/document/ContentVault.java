package io.anju.loan.document;

import io.anju.kernel.result.Result;
import io.anju.loan.document.model.ContentType;
import io.anju.loan.document.model.DocumentRefusal;
import java.io.InputStream;
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

    /** Encrypts while it streams; what is refused leaves nothing behind. */
    Result<Stored, DocumentRefusal> put(UUID id, InputStream content);

    /** Decrypts while it streams; a changed byte fails the reading. */
    InputStream open(UUID id, byte[] sealedKey);

    /** Forgets a content that no row speaks of. */
    void remove(UUID id);
}

package io.anju.loan.document.store;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import io.anju.kernel.result.Result;
import io.anju.kit.crypto.FieldCipher;
import io.anju.loan.document.ContentVault;
import io.anju.loan.document.DocumentsConfig;
import io.anju.loan.document.model.ContentType;
import io.anju.loan.document.model.DocumentRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Contents as files of a directory, each encrypted with a key of its own (Tink's streaming AEAD, AES-256-GCM in segments
 * of 1 MiB), which the service's key set encrypts in turn. The document's id is authenticated with the content, so that
 * a file moved to another id does not open.
 */
@ApplicationScoped
class DirectoryVault implements ContentVault {

    private static final Logger LOG = Logger.getLogger(DirectoryVault.class);
    private static final String PARTIAL = ".part";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;
    private final long maxBytes;
    private final long maxBytesPerCustomer;
    private final long minFreeBytes;
    private final FieldCipher cipher;
    private final SecureRandom random = new SecureRandom();

    DirectoryVault(DocumentsConfig config, FieldCipher cipher) {
        this.folder = Path.of(config.directory());
        this.maxBytes = config.maxBytes();
        this.maxBytesPerCustomer = config.maxBytesPerCustomer();
        this.minFreeBytes = config.minFreeBytes();
        this.cipher = cipher;
    }

    @Override
    public Result<Stored, DocumentRefusal> put(UUID id, InputStream content, long room) {
        try {
            if (!hasRoom()) {
                return noRoom("fewer than " + minFreeBytes + " bytes are free");
            }
            byte[] head = content.readNBytes(ContentType.HEAD_BYTES);
            var type = ContentType.of(head);
            if (type.isEmpty()) {
                return Result.refused(new DocumentRefusal.WrongType());
            }
            return store(id, type.get(), new SequenceInputStream(new ByteArrayInputStream(head), content), room);
        } catch (IOException e) {
            if (isFull(e)) {
                return noRoom("the disk is full");
            }
            throw new UncheckedIOException("a document could not be stored", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a document could not be encrypted", e);
        }
    }

    private boolean hasRoom() throws IOException {
        Files.createDirectories(folder);
        return Files.getFileStore(folder).getUsableSpace() >= minFreeBytes;
    }

    /** The system tells it by its message alone. */
    private static boolean isFull(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }

    private static Result<Stored, DocumentRefusal> noRoom(String why) {
        LOG.errorf("a document was not taken: %s", why);
        return Result.refused(new DocumentRefusal.NoRoom());
    }

    private Result<Stored, DocumentRefusal> store(UUID id, ContentType type, InputStream content, long room)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(file(id).getParent());
        Path partial = file(id).resolveSibling(id + PARTIAL);
        long most = Math.min(maxBytes, room);
        try {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = encrypt(id, key, content, partial, digest, most);
            if (size > most) {
                return Result.refused(
                        most == maxBytes
                                ? new DocumentRefusal.TooLarge(maxBytes)
                                : new DocumentRefusal.SpaceUsed(maxBytesPerCustomer));
            }
            Files.move(partial, file(id), StandardCopyOption.ATOMIC_MOVE);
            String sha256 = HexFormat.of().formatHex(digest.digest());
            return Result.ok(new Stored(type, size, sha256, cipher.encryptBytes(key, keyContext(id))));
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Stops at the first byte beyond the limit; the size returned tells. */
    private long encrypt(UUID id, byte[] key, InputStream content, Path file, MessageDigest digest, long most)
            throws IOException, GeneralSecurityException {
        try (OutputStream encrypting = streaming(key).newEncryptingStream(Files.newOutputStream(file), context(id));
                OutputStream out = new DigestOutputStream(encrypting, digest)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    return size;
                }
                out.write(buffer, 0, read);
            }
            return size;
        }
    }

    @Override
    public InputStream open(UUID id, byte[] sealedKey) {
        try {
            byte[] key = cipher.decryptBytes(sealedKey, keyContext(id));
            return streaming(key).newDecryptingStream(Files.newInputStream(file(id)), context(id));
        } catch (IOException e) {
            throw new UncheckedIOException("a document could not be opened", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a document could not be decrypted", e);
        }
    }

    @Override
    public void remove(UUID id) {
        removeFile(file(id));
    }

    private static void removeFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a document could not be removed", e);
        }
    }

    @Override
    public List<UUID> list(int part, Instant before) {
        return names(part, before, "").map(UUID::fromString).toList();
    }

    @Override
    public void removeBroken(int part, Instant before) {
        names(part, before, PARTIAL).forEach(name -> removeFile(folderOf(name).resolve(name + PARTIAL)));
    }

    /** Names without this ending of files that are called as contents are; others are none of ours. */
    private Stream<String> names(int part, Instant before, String ending) {
        Path of = folder.resolve(HexFormat.of().toHexDigits((byte) part));
        if (!Files.isDirectory(of)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(of)) {
            return files
                    .filter(file -> isBefore(file, before))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the documents could not be listed", e);
        }
    }

    /** One that went meanwhile is not. */
    private static boolean isBefore(Path file, Instant time) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (IOException e) {
            return false;
        }
    }

    private static AesGcmHkdfStreaming streaming(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    /** Spread over 256 folders by the id's random end. */
    private Path file(UUID id) {
        String name = id.toString();
        return folderOf(name).resolve(name);
    }

    private Path folderOf(String name) {
        return folder.resolve(name.substring(name.length() - 2));
    }

    private static byte[] context(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String keyContext(UUID id) {
        return "document/" + id;
    }
}

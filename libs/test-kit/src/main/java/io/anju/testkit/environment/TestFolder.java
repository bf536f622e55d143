package io.anju.testkit.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A temporary folder of a test run, which is gone with all that is in it when the run is over. */
public final class TestFolder implements AutoCloseable {

    private final Path path;

    private TestFolder(Path path) {
        this.path = path;
    }

    /** @param name what its name begins with */
    public static TestFolder create(String name) {
        try {
            return new TestFolder(Files.createTempDirectory(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where Quarkus keeps the settings of the test profile that runs. It asks for the folder's removal before that of the file
     * in it, so that the folder stays for ever.
     */
    public static Optional<TestFolder> ofProfile() {
        try {
            var settings = Thread.currentThread().getContextClassLoader().getResources("application.properties");
            return Collections.list(settings).stream()
                    .filter(url -> url.getProtocol().equals("file"))
                    .map(url -> Path.of(URI.create(url.toString())).getParent())
                    .filter(folder -> folder.getFileName().toString().startsWith("quarkus-test"))
                    .findFirst()
                    .map(TestFolder::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** A file in it. */
    public Path write(String name, String text) {
        try {
            return Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new Removal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}

package io.anju.kit.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The mark that every key and password made for a laptop carries within it, so that it is known wherever it is copied
 * to and whatever the settings say.
 */
public final class DevelopmentMark {

    /** In a text: its beginning. In a key set: a member. In a private key: an attribute. */
    public static final String TEXT = "anju-dev-";

    private static final int FILE_BYTES_MAX = 1 << 20;
    private static final Pattern PEM = Pattern.compile("-----BEGIN [A-Z ]+-----([^-]+)-----END");

    private DevelopmentMark() {}

    /** Whether this file carries it, as it stands or in what it encodes. */
    public static boolean isIn(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) <= FILE_BYTES_MAX
                    && isIn(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isIn(String text) {
        var pem = PEM.matcher(text);
        return text.contains(TEXT)
                || decoded(text).contains(TEXT)
                || pem.find() && decoded(pem.group(1)).contains(TEXT);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64.strip()), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}

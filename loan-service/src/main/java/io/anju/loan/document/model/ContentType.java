package io.anju.loan.document.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The formats taken, told from a document's first bytes; its name and the sender's word count for nothing. */
public enum ContentType {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    HEIC("image/heic");

    /** Bytes that {@link #of} looks at. */
    public static final int HEAD_BYTES = 12;

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    // ISO/IEC 23008-12: the brands of files whose image is coded in HEVC.
    private static final Set<String> HEIF_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1");

    private final String mediaType;

    ContentType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type, as in {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** The format that a content begins like; empty when it is none of ours. */
    public static Optional<ContentType> of(byte[] head) {
        if (startsWith(head, PDF_HEADER)) {
            return Optional.of(PDF);
        }
        if (startsWith(head, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (startsWith(head, PNG_SIGNATURE)) {
            return Optional.of(PNG);
        }
        return isHeif(head) ? Optional.of(HEIC) : Optional.empty();
    }

    /** The format of a media type that was stored. */
    public static ContentType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(mediaType));
    }

    // ISO/IEC 14496-12: a file begins with the box "ftyp", whose first field after its type is the major brand.
    private static boolean isHeif(byte[] head) {
        return head.length >= HEAD_BYTES && ascii(head, 4).equals("ftyp") && HEIF_BRANDS.contains(ascii(head, 8));
    }

    private static String ascii(byte[] head, int from) {
        return new String(head, from, 4, StandardCharsets.US_ASCII);
    }

    private static boolean startsWith(byte[] head, byte[] expected) {
        return head.length >= expected.length && Arrays.equals(head, 0, expected.length, expected, 0, expected.length);
    }
}

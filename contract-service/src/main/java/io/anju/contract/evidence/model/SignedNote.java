package io.anju.contract.evidence.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures below it (C2SP signed-note), itself text.
 *
 * @param text ends with a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final String MARK = "— ";

    /** Keeps its own list. */
    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** One signature line. */
    public record NoteSignature(String name, byte[] keyId, byte[] value) {}

    /** The whole note: text, an empty line, a line per signature. */
    public String encode() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            byte[] blob = ByteBuffer.allocate(4 + signature.value().length)
                    .put(signature.keyId())
                    .put(signature.value())
                    .array();
            note.append(MARK)
                    .append(signature.name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(blob))
                    .append('\n');
        }
        return note.toString();
    }

    /** Reads what {@link #encode} wrote, or what any other tool of the format did. */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("a signed note has a text, an empty line and signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n")) {
            String[] parts = line.split(" ");
            if (parts.length != 3 || !parts[0].equals(MARK.strip())) {
                throw new IllegalArgumentException("not a signature line");
            }
            byte[] blob = Base64.getDecoder().decode(parts[2]);
            signatures.add(
                    new NoteSignature(parts[1], Arrays.copyOf(blob, 4), Arrays.copyOfRange(blob, 4, blob.length)));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }
}

package io.anju.contract.evidence.model;

import java.util.Base64;

/**
 * A tree head as text (C2SP tlog-checkpoint): the log's name, its size, its root, a line each.
 *
 * @param origin the log's name
 * @param size leaves under the root
 */
public record Checkpoint(String origin, long size, Hash root) {
    /** The three lines that are signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The checkpoint whose {@link #text} is the note's. */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4) {
            throw new IllegalArgumentException("a checkpoint has three lines");
        }
        return new Checkpoint(
                lines[0], Long.parseLong(lines[1]), Hash.of(Base64.getDecoder().decode(lines[2])));
    }
}

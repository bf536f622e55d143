package io.anju.document.model;

import java.time.Instant;
import java.util.List;

/**
 * A whole document, before it has pages.
 *
 * @param title for the reader's window and the metadata
 * @param reference printed at the foot of each page, such as the contract's number
 * @param createdAt the creation time the file states; part of its bytes, so it must come from the contract, not from the moment of rendering
 */
public record Document(String title, String reference, Instant createdAt, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }
}

package io.anju.document;

/** A text asks for a character that neither font has; the document cannot be made without changing somebody's words, so it is not made. */
public final class UnprintableCharacter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnprintableCharacter(int codePoint) {
        // The code point alone: the text around it may be a name.
        super("no glyph for U+%04X".formatted(codePoint));
    }
}

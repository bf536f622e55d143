package io.anju.loan.application.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers of property certificates (不动产权证号), such as 沪（2024）浦字不动产权第000001号: one spelling for one certificate, since
 * a home is told from another by it, and no character that the contract could not print.
 *
 * <p>People type {@code 沪(2024)…}, {@code 沪（２０２４）…} and {@code 沪 〔2024〕…} from the same paper.
 */
public final class CertificateNumbers {

    private static final String OPENING = "([{〔【〖〈《「『";
    private static final String CLOSING = ")]}〕】〗〉》」』";
    private static final char MINUS_SIGN = '\u2212';

    // Of the Chinese characters those two blocks, as far as the fonts of documents have them, and the 〇 of years.
    private static final Pattern WRITTEN = Pattern.compile("[A-Z0-9㐀-䶵一-鿯〇（）#./、·-]+");

    private CertificateNumbers() {}

    /**
     * The one spelling: compatible characters as one (NFKC), capital letters, full-width round brackets, one hyphen; no
     * white space and nothing invisible. Spelt so already, it stays as it is.
     */
    public static String normalise(String typed) {
        String compatible = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var spelling = new StringBuilder(compatible.length());
        compatible
                .codePoints()
                .filter(CertificateNumbers::shows)
                .map(CertificateNumbers::spelt)
                .forEach(spelling::appendCodePoint);
        return spelling.toString();
    }

    /** Whether a normalised number consists of what certificates are numbered with. */
    public static boolean isWritten(String normalised) {
        return WRITTEN.matcher(normalised).matches();
    }

    private static boolean shows(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT;
    }

    private static int spelt(int character) {
        if (OPENING.indexOf(character) >= 0) {
            return '（';
        }
        if (CLOSING.indexOf(character) >= 0) {
            return '）';
        }
        return Character.getType(character) == Character.DASH_PUNCTUATION || character == MINUS_SIGN ? '-' : character;
    }
}

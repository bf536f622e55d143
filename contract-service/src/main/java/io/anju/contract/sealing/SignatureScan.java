package io.anju.contract.sealing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * Finds the signatures of a PDF in its very bytes, without reading it as a PDF. To read one is to unpack what it holds, and a stranger's two megabytes may hold two gigabytes. Nothing is lost by it: a
 * signature names the bytes of the file that it covers (ISO 32000-2, 12.8.1, ByteRange), so it cannot be packed itself.
 */
final class SignatureScan {
    /** Signatures of a file that are looked at, the last ones; a contract has one. */
    private static final int SIGNATURES_MOST = 20;
    /** ISO 32000-2, 7.5.2: readers have always accepted the header within so many bytes. */
    private static final int HEADER_WITHIN = 1024;
    /** How much of a signature's dictionary is searched for its date on either side of the signature itself. */
    private static final int DICTIONARY_MOST = 4096;

    private static final String SPACE = "[\\x00\\t\\n\\f\\r ]";
    private static final Pattern BYTE_RANGE = Pattern.compile("/ByteRange" + SPACE + "*+\\[" + SPACE + "*+(\\d{1,10})"
            + (SPACE + "++(\\d{1,10})").repeat(3) + SPACE + "*+\\]");
    private static final Pattern SIGN_DATE = Pattern.compile("/M" + SPACE + "*+\\((D:[0-9+\\-'Z]{4,30})\\)");

    private SignatureScan() {}

    /** The signatures in the order of the file; empty when it does not begin as a PDF does. */
    static Optional<List<PDSignature>> find(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int header = text.substring(0, Math.min(text.length(), HEADER_WITHIN)).indexOf("%PDF-");
        if (header < 0) {
            return Optional.empty();
        }
        Deque<MatchResult> last = new ArrayDeque<>(SIGNATURES_MOST);
        Matcher ranges = BYTE_RANGE.matcher(text);
        while (ranges.find()) {
            if (last.size() == SIGNATURES_MOST) {
                last.removeFirst();
            }
            last.addLast(ranges.toMatchResult());
        }
        return Optional.of(last.stream().map(range -> signature(text, range)).toList());
    }

    private static PDSignature signature(String text, MatchResult found) {
        COSDictionary dictionary = new COSDictionary();
        PDSignature signature = new PDSignature(dictionary);
        long[] range = IntStream.rangeClosed(1, 4)
                .mapToLong(part -> Long.parseLong(found.group(part)))
                .toArray();
        if (isWithin(range, text.length())) {
            int[] covered = IntStream.range(0, 4).map(part -> (int) range[part]).toArray();
            signature.setByteRange(covered);
            signDate(text, covered[0] + covered[1], covered[2])
                    .ifPresent(date -> dictionary.setString(COSName.M, date));
        }
        return signature;
    }

    /** Two stretches of the file, one after the other. */
    private static boolean isWithin(long[] range, int length) {
        return range[0] + range[1] <= range[2] && range[2] + range[3] <= length;
    }

    /** The time that the dictionary claims: it lies around the signature itself, which is what the range leaves out. */
    private static Optional<String> signDate(String text, int gapFrom, int gapTo) {
        int from = Math.max(text.lastIndexOf("obj", gapFrom), gapFrom - DICTIONARY_MOST);
        int end = text.indexOf("endobj", gapTo);
        int to = Math.min(end < 0 ? text.length() : end, gapTo + DICTIONARY_MOST);
        return signDateWithin(text, Math.max(from, 0), gapFrom).or(() -> signDateWithin(text, gapTo, to));
    }

    private static Optional<String> signDateWithin(String text, int from, int to) {
        Matcher date = SIGN_DATE.matcher(text).region(from, to);
        return date.find() ? Optional.of(date.group(1)) : Optional.empty();
    }
}

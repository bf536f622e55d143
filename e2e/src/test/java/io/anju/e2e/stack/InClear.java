package io.anju.e2e.stack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds words in text in which they are not to be: as they are, as JSON escapes them, as PostgreSQL prints bytes, and
 * inside Base64, whatever stands before them.
 */
public final class InClear {

    /** Base64 writes three bytes as four characters: what stands before a word moves it by one or two bytes. */
    private static final int BASE64_SHIFTS = 3;

    private final Map<String, List<String>> spellings;

    public InClear(List<String> words) {
        spellings = words.stream()
                .collect(Collectors.toMap(word -> word, InClear::spellings, (one, same) -> one, LinkedHashMap::new));
    }

    /** The words that can be read in a text. */
    public List<String> in(String text) {
        return spellings.entrySet().stream()
                .filter(word -> word.getValue().stream().anyMatch(text::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> spellings(String word) {
        var all = new ArrayList<String>();
        all.add(word);
        all.add(escaped(word));
        all.add(HexFormat.of().formatHex(utf8(word)));
        for (int shift = 0; shift < BASE64_SHIFTS; shift++) {
            var base64 = base64Behind(shift, word);
            all.add(base64);
            all.add(base64.replace('+', '-').replace('/', '_'));
        }
        return List.copyOf(all);
    }

    private static String escaped(String word) {
        return word.chars()
                .mapToObj(unit -> unit < 128 ? String.valueOf((char) unit) : "\\u%04x".formatted(unit))
                .collect(Collectors.joining());
    }

    /** The part of its Base64 that neither what stands before nor what follows can change. */
    private static String base64Behind(int shift, String word) {
        var bytes = utf8(word);
        var padded = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, padded, shift, bytes.length);
        int whole = padded.length / BASE64_SHIFTS * BASE64_SHIFTS;
        var text = Base64.getEncoder().encodeToString(Arrays.copyOf(padded, whole));
        return text.substring(shift == 0 ? 0 : shift + 1);
    }

    private static byte[] utf8(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }
}

package io.anju.care.help.model;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text can be found by.
 *
 * <p>Chinese has no spaces between words, and a dictionary that cuts it into words cuts new ones wrongly. Overlapping
 * pairs of characters need none: {@code 提前还款} gives {@code 提前 前还 还款}, which a question for {@code 提前还} shares
 * two of. Other scripts give their words, lower-cased, with a plural's or verb's ending cut: {@code loans} is found by
 * {@code loan}. Full-width and half-width forms are one (Unicode NFKC).
 *
 * <p>Words that only ask ({@code 怎么}, {@code how do I}) say nothing of what is asked and are left out.
 */
public final class Grams {

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final int STEM_LENGTH_MIN = 3;
    private static final Pattern ASKING = Pattern.compile("怎么样?|怎样|如何|什么时候|什么|哪些|吗|呢|可以|能不能|请问|一下");
    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "and", "are", "at", "be", "by", "can", "do", "does", "for", "from", "have", "how", "i", "if",
            "in", "is", "it", "me", "my", "of", "on", "or", "that", "the", "there", "this", "to", "what", "when",
            "where", "which", "who", "will", "with", "you", "your");

    private Grams() {}

    /** In order of first appearance. */
    public static Set<String> of(String text) {
        var grams = new LinkedHashSet<String>();
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var runs = RUN.matcher(ASKING.matcher(plain).replaceAll(" "));
        while (runs.find()) {
            var run = runs.group();
            if (Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN) {
                addPairs(run.codePoints().toArray(), grams);
            } else if (!SMALL_WORDS.contains(run)) {
                grams.add(stem(run));
            }
        }
        return grams;
    }

    private static void addPairs(int[] characters, Set<String> grams) {
        if (characters.length == 1) {
            grams.add(Character.toString(characters[0]));
        }
        for (int i = 0; i + 1 < characters.length; i++) {
            grams.add(Character.toString(characters[i]) + Character.toString(characters[i + 1]));
        }
    }

    private static String stem(String word) {
        for (var ending : new String[] {"ments", "ment", "ing", "ies", "ed", "es", "s"}) {
            if (word.endsWith(ending) && word.length() - ending.length() >= STEM_LENGTH_MIN) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}

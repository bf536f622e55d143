package io.anju.gateway.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code Accept-Language} as a list of locales, best first; nonsense counts as silence. */
final class Languages {
    private static final int HEADER_MOST = 200;

    private Languages() {}

    static List<Locale> of(@Nullable String header) {
        if (header == null || header.length() > HEADER_MOST) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}

package io.anju.kit.dpop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one spelling of an http address, by RFC 3986 section 6.2.2 (case, percent-encoding, dot segments) and 6.2.3 (default
 * port, empty path).
 */
final class TargetUri {

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    // RFC 3986 §2.3: ALPHA / DIGIT / "-" / "." / "_" / "~" need no encoding.
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

    private TargetUri() {}

    /** Empty for what is no absolute http address, or has a query, a fragment or a user. */
    static Optional<String> normalised(String text) {
        try {
            var uri = new URI(new URI(text).toASCIIString());
            if (uri.getScheme() == null || uri.getHost() == null || hasMoreThanAPath(uri)) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            return defaultPort(scheme)
                    .map(standard -> scheme
                            + "://"
                            + uri.getHost().toLowerCase(Locale.ROOT)
                            + (uri.getPort() < 0 || uri.getPort() == standard ? "" : ":" + uri.getPort())
                            + path(uri.getRawPath()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean hasMoreThanAPath(URI uri) {
        return uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null;
    }

    private static Optional<Integer> defaultPort(String scheme) {
        return switch (scheme) {
            case "https" -> Optional.of(443);
            case "http" -> Optional.of(80);
            default -> Optional.empty();
        };
    }

    private static String path(String raw) {
        return raw.isEmpty() ? "/" : withoutDots(decoded(raw));
    }

    private static String decoded(String path) {
        return ENCODED.matcher(path).replaceAll(found -> {
            String character = Character.toString((char) Integer.parseInt(found.group(1), 16));
            return UNRESERVED.matcher(character).matches()
                    ? character
                    : found.group().toUpperCase(Locale.ROOT);
        });
    }

    /** RFC 3986 §5.2.4. Empty segments stay: they are segments. */
    private static String withoutDots(String path) {
        var segments = path.substring(1).split("/", -1);
        Deque<String> kept = new ArrayDeque<>();
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> keepSlash(kept, last);
                case ".." -> {
                    kept.pollLast();
                    keepSlash(kept, last);
                }
                default -> kept.addLast(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    private static void keepSlash(Deque<String> kept, boolean last) {
        if (last) {
            kept.addLast("");
        }
    }
}

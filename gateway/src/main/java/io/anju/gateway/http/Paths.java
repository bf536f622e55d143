package io.anju.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;

/**
 * Only paths that mean the same to the gateway and to every service behind it pass: no empty or dot segments, no matrix parameters, no backslash, and
 * nothing percent-encoded that would turn into one of these or into a control character, or that need not be encoded: {@code %71} is {@code q} to whoever decodes before comparing (RFC 3986 §2.3:
 * URIs that differ so "are equivalent", and "should not be created by URI producers").
 */
public final class Paths {
    private static final int LENGTH_MOST = 2_048;
    // RFC 3986 §3.3 pchar, without the semicolon of matrix parameters
    private static final String ALLOWED_BESIDE_LETTERS_AND_DIGITS = "-._~!$&'()*+,=:@";
    private static final String NOT_TO_BE_HIDDEN = "%/;\\";
    // RFC 3986 §2.3 unreserved
    private static final String NEVER_ENCODED_BESIDE_LETTERS_AND_DIGITS = "-._~";
    private static final int HEX = 16;

    private Paths() {}

    /** The path as it was sent, not yet cleaned up by anybody; services get the same. */
    public static String raw(HttpServerRequest request) {
        var uri = request.uri();
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** May this raw path pass? */
    public static boolean isClean(String path) {
        if (!path.startsWith("/") || path.length() > LENGTH_MOST) {
            return false;
        }
        var segments = path.substring(1).split("/", -1);
        for (var i = 0; i < segments.length; i++) {
            var last = i == segments.length - 1;
            if (!(last && segments[i].isEmpty()) && !isCleanSegment(segments[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCleanSegment(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            return false;
        }
        for (var i = 0; i < segment.length(); i++) {
            var c = segment.charAt(i);
            if (c == '%') {
                if (!isHarmless(segment, i + 1)) {
                    return false;
                }
                i += 2;
            } else if (!isLetterOrDigit(c) && ALLOWED_BESIDE_LETTERS_AND_DIGITS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Two hexadecimal digits that do not hide anything. */
    private static boolean isHarmless(String segment, int at) {
        if (at + 2 > segment.length()) {
            return false;
        }
        var high = HexFormat.isHexDigit(segment.charAt(at)) ? HexFormat.fromHexDigit(segment.charAt(at)) : -1;
        var low = HexFormat.isHexDigit(segment.charAt(at + 1)) ? HexFormat.fromHexDigit(segment.charAt(at + 1)) : -1;
        var hidden = high * HEX + low;
        return high >= 0
                && low >= 0
                && hidden >= ' '
                && hidden != 0x7f
                && NOT_TO_BE_HIDDEN.indexOf(hidden) < 0
                && NEVER_ENCODED_BESIDE_LETTERS_AND_DIGITS.indexOf(hidden) < 0
                && !isLetterOrDigit((char) hidden);
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}

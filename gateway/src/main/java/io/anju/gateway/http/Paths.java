package io.anju.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/**
 * Only paths that mean the same to the gateway and to every service behind it pass: no empty or dot segments, no matrix parameters, no backslash, and
 * nothing percent-encoded that would turn into one of these or into a control character.
 */
public final class Paths {
    private static final Pattern CLEAN = Pattern.compile("(/([A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})+)+/?|/");
    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(/|$)");
    // %00-%1F %7F control, %25 percent, %2E dot, %2F slash, %3B semicolon, %5C backslash
    private static final Pattern DISGUISED = Pattern.compile("%([01][0-9A-Fa-f]|25|2[EeFf]|3[Bb]|5[Cc]|7[Ff])");

    private Paths() {}

    /** The path as it was sent, not yet cleaned up by anybody; services get the same. */
    public static String raw(HttpServerRequest request) {
        var uri = request.uri();
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** May this raw path pass? */
    public static boolean isClean(String path) {
        return path.length() <= 2_048
                && CLEAN.matcher(path).matches()
                && !DOTS.matcher(path).find()
                && !DISGUISED.matcher(path).find();
    }
}

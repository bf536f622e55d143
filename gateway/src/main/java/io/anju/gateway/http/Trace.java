package io.anju.gateway.http;

import io.opentelemetry.api.trace.Span;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context: the caller's when it is well-formed, a new one otherwise. */
public record Trace(String traceId, String traceparent) {
    /** The header that carries it. */
    public static final String HEADER = "traceparent";

    // W3C Trace Context §3.2: version "00", trace-id and parent-id not all zeroes, flags
    private static final Pattern SHAPE =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String KEY = Trace.class.getName();

    /** The trace of a request, the same each time. */
    public static Trace of(RoutingContext context) {
        Trace known = context.get(KEY);
        if (known == null) {
            known = begin(context.request().getHeader(HEADER));
            context.put(KEY, known);
        }
        return known;
    }

    static Trace begin(@Nullable String header) {
        var span = Span.current().getSpanContext();
        if (span.isValid()) {
            var flags = span.getTraceFlags().asHex();
            return new Trace(span.getTraceId(), "00-" + span.getTraceId() + '-' + span.getSpanId() + '-' + flags);
        }
        var given = header == null ? null : SHAPE.matcher(header);
        if (given != null && given.matches()) {
            return new Trace(given.group(1), given.group());
        }
        var traceId = hex(16);
        return new Trace(traceId, "00-" + traceId + '-' + hex(8) + "-01");
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1;
        return HexFormat.of().formatHex(random);
    }
}

package io.anju.gateway.proxy;

import io.anju.gateway.GatewayConfig;
import io.anju.gateway.http.Addresses;
import io.anju.gateway.http.Envelope;
import io.anju.gateway.http.Trace;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which headers go further, each way. */
@ApplicationScoped
public class HeaderRules {
    /** The header of proofs of possession (RFC 9449). */
    public static final String PROOF = "DPoP";

    // RFC 9110 §7.6.1: "intermediaries ought to remove or replace fields that are known to require removal before
    // forwarding",
    // and every field that Connection names.
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "proxy-connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "proxy-authenticate",
            "proxy-authorization");
    private static final Set<String> NOT_FROM_CALLERS =
            Set.of("host", "expect", "forwarded", "via", "http2-settings", "proxy");
    private static final Set<String> NOT_FROM_SERVICES = Set.of("server", "x-powered-by", "date");

    private final Set<String> passedX;
    private final URI publicUrl;

    HeaderRules(GatewayConfig config) {
        this.passedX = Set.copyOf(config.passedHeaders());
        this.publicUrl = config.publicUrl();
    }

    /** Turns a caller's headers into those that a service gets. Whatever could pass for our own word about the caller is dropped. */
    public void towardsService(RoutingContext context, MultiMap headers) {
        var framed = headers.contains(HttpHeaders.TRANSFER_ENCODING);
        removeHopByHop(headers);
        headers.names().stream()
                .filter(name -> isOurs(name.toLowerCase(Locale.ROOT)))
                .toList()
                .forEach(headers::remove);
        if (framed) {
            // RFC 9112 §6.3: a message with both is framed by Transfer-Encoding; the other must not travel on.
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }
        addOurs(context, headers);
    }

    /** The headers that say, in our words, where a request came from. */
    public void addOurs(RoutingContext context, MultiMap headers) {
        headers.set("X-Forwarded-For", Addresses.of(context.request()))
                .set("X-Forwarded-Proto", publicUrl.getScheme())
                .set("X-Forwarded-Host", publicUrl.getAuthority())
                .set("X-Forwarded-Port", Integer.toString(publicPort()))
                .set(Envelope.REQUEST_ID, context.response().headers().get(Envelope.REQUEST_ID))
                .set(Trace.HEADER, Trace.of(context).traceparent());
    }

    private int publicPort() {
        var tls = "https".equals(publicUrl.getScheme());
        return publicUrl.getPort() > 0 ? publicUrl.getPort() : tls ? 443 : 80;
    }

    /** Turns a service's headers into those that the caller gets. */
    public void towardsCaller(RoutingContext context, MultiMap headers, boolean open) {
        removeHopByHop(headers);
        NOT_FROM_SERVICES.forEach(headers::remove);
        ContentPolicies.strictOf(headers.getAll(Envelope.CONTENT_POLICY))
                .ifPresent(strict -> context.response().headers().set(Envelope.CONTENT_POLICY, strict));
        Envelope.SAFE_HEADERS.keySet().forEach(headers::remove);
        headers.remove(Envelope.REQUEST_ID);
        headers.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .toList()
                .forEach(headers::remove);
        if (!open && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static void removeHopByHop(MultiMap headers) {
        headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(named -> Set.of(named.split(",")).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList()
                .forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
    }

    private boolean isOurs(String name) {
        return NOT_FROM_CALLERS.contains(name)
                || name.equals(Trace.HEADER)
                || name.startsWith(":")
                || name.contains("_")
                || (name.startsWith("x-") && !passedX.contains(name));
    }
}

package io.anju.sandbox.idregistry;

import io.anju.sandbox.callback.Signature;
import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.Input;
import io.anju.sandbox.http.Names;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Any adult's number whose check character is right belongs to any name, except to a name containing 不符. */
public final class IdRegistry {
    private record Check(boolean match, @Nullable String faceReference) {}

    private final BusinessDate date;
    private final Signature pseudonyms;

    /** A registry that reckons ages on the business date. */
    public IdRegistry(BusinessDate date, Signature pseudonyms) {
        this.date = date;
        this.pseudonyms = pseudonyms;
    }

    /** The registry's address. */
    public void mount(Router router) {
        router.post("/id-registry/checks").handler(this::check);
    }

    private void check(RoutingContext context) {
        var input = Input.of(context);
        var name = input.text("name", 100);
        var number = input.matching("idNumber", IdNumber.SHAPE);
        input.check();
        Names.refuseOutOfOrder(name);
        var id = new IdNumber(number);
        var match = id.checks() && id.adultOn(date.today()) && !name.contains(Names.MISMATCH);
        var face = name.contains(Names.NO_FACE) ? "" : faceReference(number);
        Answers.json(context, 200, new Check(match, match ? face : null));
    }

    /** The same for the same person, and tells nothing about them. */
    private String faceReference(String number) {
        var code = pseudonyms.hmac(("face " + number.toUpperCase()).getBytes(StandardCharsets.UTF_8));
        return "face-" + HexFormat.of().formatHex(code, 0, 12);
    }
}

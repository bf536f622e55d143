package io.anju.sandbox.bureau;

import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Input;
import io.anju.sandbox.http.Names;
import io.anju.sandbox.idregistry.IdNumber;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Gives a report to whoever names a consent; the same consent gives the same report. */
public final class Bureau {
    /** A name of somebody whom the bureau has never heard of. */
    private static final String UNKNOWN = "查无";

    /** A name about whom it answers as to somebody whose key it does not take any more. */
    private static final String LOCKED = "拒接";

    /** The bureau's address. */
    public void mount(Router router) {
        router.post("/bureau/reports").handler(Bureau::report);
    }

    private static void report(RoutingContext context) {
        var input = Input.of(context);
        var consent = input.text("consentId", 100);
        var name = input.text("name", 100);
        var number = input.matching("idNumber", IdNumber.SHAPE);
        input.check();
        Names.refuseOutOfOrder(name);
        if (name.contains(LOCKED)) {
            throw new ApiProblem(401, "KEY_NOT_TAKEN", "The bureau does not take your key.");
        }
        if (name.contains(UNKNOWN)) {
            throw new ApiProblem(404, "PERSON_UNKNOWN", "The bureau knows nobody like this.");
        }
        var id = UUID.nameUUIDFromBytes((consent + ' ' + number).getBytes(StandardCharsets.UTF_8));
        Answers.json(context, 200, CreditReport.of(id, name));
    }
}

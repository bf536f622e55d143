package io.anju.kit.openapi;

import io.anju.kit.verification.VerificationCheck;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The headers that an endpoint's annotations ask for. */
final class KeyHeaders {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private KeyHeaders() {}

    static void show(Operation operation, Door door) {
        if (door.idempotent()) {
            add(operation, IDEMPOTENCY_KEY, "A key of your own: the same key and body get the stored answer")
                    .example("0199a3c5-7c1e-7000-8000-4f6b2b9d1a10");
        }
        if (door.needsVerification()) {
            add(operation, VerificationCheck.HEADER, "A token for " + door.act() + ", this resource and this very body")
                    .example("eyJ0eXAiOiJ2ZXJpZmljYXRpb24rand0IiwiYWxnIjoiRVMyNTYifQ.….…");
        }
        if (door.heedsIfMatch()) {
            add(operation, "If-Match", "The ETag of the copy that this act follows from; a stale one changes nothing")
                    .required(door.needsIfMatch())
                    .example("\"3\"");
        }
        if (door.needsLevel()) {
            var told = operation.getDescription() == null ? "" : operation.getDescription() + " ";
            operation.setDescription(told + "At level " + door.level() + " or above.");
        }
    }

    private static Parameter add(Operation operation, String name, String description) {
        var header = OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
        operation.addParameter(header);
        return header;
    }
}

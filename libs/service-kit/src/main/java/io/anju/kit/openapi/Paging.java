package io.anju.kit.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The header by which a list leads to its next page; see {@link io.anju.kit.page.Page#response}. */
final class Paging {

    private static final String CURSOR = "cursor";

    private Paging() {}

    /** Adds it to the answer of whatever takes a cursor. */
    static void show(Operation operation) {
        var page = operation.getResponses().getAPIResponse("200");
        if (page != null && page.getRef() == null && takesACursor(operation)) {
            page.addHeader(
                    "Link",
                    OASFactory.createHeader()
                            .description("The next page, as <path>; rel=\"next\" (RFC 8288); absent on the last one")
                            .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        }
    }

    private static boolean takesACursor(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> CURSOR.equals(parameter.getName()));
    }
}

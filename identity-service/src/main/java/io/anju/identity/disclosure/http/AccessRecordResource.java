package io.anju.identity.disclosure.http;

import io.anju.identity.disclosure.AccessRecord;
import io.anju.identity.disclosure.Disclosures;
import io.anju.identity.disclosure.model.ReadResource;
import io.anju.kit.caller.Caller;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who looked. */
@Path("/api/v1/me/access-records")
@RolesAllowed("customer")
public class AccessRecordResource {

    /**
     * A reading as its customer sees it.
     *
     * @param reader name of the service or agency, or id of the member of staff
     * @param fields the fields, or the kind of data, that were read
     * @param resource the application, loan, contract, complaint or appointment that was looked at; absent where it was the
     *     customer as such
     */
    @RegisterForReflection
    public record AccessBody(
            UUID id,
            String reader,
            AccessRecord.ReaderKind readerKind,
            String purpose,
            Set<String> fields,
            @Nullable ResourceBody resource,
            Instant at) {

        static AccessBody of(AccessRecord entry) {
            return new AccessBody(
                    entry.id(),
                    entry.reader(),
                    entry.readerKind(),
                    entry.purpose(),
                    entry.data(),
                    entry.resource().map(ResourceBody::of).orElse(null),
                    entry.at());
        }
    }

    /**
     * One thing of the customer's own.
     *
     * @param kind such as {@code application}
     */
    @RegisterForReflection
    public record ResourceBody(String kind, UUID id) {

        static ResourceBody of(ReadResource read) {
            return new ResourceBody(read.kind(), read.id());
        }
    }

    private final Transactions transactions;
    private final Disclosures disclosures;
    private final Caller caller;

    AccessRecordResource(Transactions transactions, Disclosures disclosures, Caller caller) {
        this.transactions = transactions;
        this.disclosures = disclosures;
        this.caller = caller;
    }

    /** Newest first. */
    @GET
    public Uni<RestResponse<Page<AccessBody>>> list(@BeanParam @Valid PageQuery page, @Context UriInfo uri) {
        return transactions
                .run(tx -> disclosures.list(tx, caller.id(), Cursors.decodeId(page.cursor), page.limit))
                .map(found -> found.map(AccessBody::of).response(uri));
    }
}

package io.anju.contract.evidence.http;

import io.anju.contract.evidence.Auditor;
import io.anju.contract.evidence.Audits;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** What the log finds when it looks at itself. */
@Path("/api/v1/log/audits")
@RolesAllowed({"auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class AuditsResource {
    private final Auditor auditor;
    private final Audits audits;
    private final Commands commands;

    AuditsResource(Auditor auditor, Audits audits, Commands commands) {
        this.auditor = auditor;
        this.audits = audits;
        this.commands = commands;
    }

    /**
     * One audit.
     *
     * @param from first leaf looked at
     * @param to the one behind the last
     * @param findings a code and a place each; empty when sound
     */
    @RegisterForReflection
    @Schema(name = "EvidenceAudit")
    public record AuditView(UUID id, boolean sound, long size, long from, long to, List<String> findings, Instant at) {
        static AuditView of(Audits.Audit audit) {
            return new AuditView(
                    audit.id(), audit.sound(), audit.size(), audit.from(), audit.to(), audit.findings(), audit.at());
        }
    }

    /** Newest first. */
    @GET
    public Uni<RestResponse<Page<AuditView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return audits.list(Cursors.decodeId(query.cursor), query.limit + 1)
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(AuditView::of)
                        .response(uri));
    }

    /** Looks now; the key is claimed with what was found, so that one sent twice is kept once. */
    @POST
    @Idempotent
    @APIResponseSchema(AuditView.class)
    public Uni<Response> audit() {
        return auditor.look()
                .flatMap(audit ->
                        commands.run(tx -> auditor.conclude(tx, audit).replaceWith(Reply.ok(AuditView.of(audit)))));
    }
}

package io.anju.identity.authority.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.authority.Proposals;
import io.anju.identity.authority.Reading;
import io.anju.identity.authority.Readings;
import io.anju.identity.staff.StaffMember;
import io.anju.identity.staff.StaffMembers;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The staff, and what is on record about each: what was changed, and what they have read. */
@Path("/api/v1/staff/members")
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {

    /**
     * A member as those see them who give rights or watch over them.
     *
     * @param enrolledAt when the first passkey was enrolled
     * @param trainedUntil last day on which the compliance training counts
     * @param readsPersonalData whether tokens that are issued now can read customers' data
     * @param suspendedAt since when the member does not sign in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Member(
            UUID id,
            String name,
            List<String> roles,
            @Nullable Instant enrolledAt,
            @Nullable LocalDate trainedUntil,
            boolean readsPersonalData,
            @Nullable Instant suspendedAt) {

        static Member of(StaffMember member, LocalDate today) {
            boolean trained = member.trainedUntil()
                    .filter(until -> !until.isBefore(today))
                    .isPresent();
            return new Member(
                    member.id(),
                    member.name(),
                    member.roles().stream().sorted().toList(),
                    member.enrolledAt().orElse(null),
                    member.trainedUntil().orElse(null),
                    trained && member.suspendedAt().isEmpty(),
                    member.suspendedAt().orElse(null));
        }
    }

    /** @param data the kinds of data that were read */
    @RegisterForReflection
    public record ReadingBody(UUID id, UUID customerId, String purpose, List<String> data, Instant at) {

        static ReadingBody of(Reading reading) {
            return new ReadingBody(reading.id(), reading.customerId(), reading.purpose(), reading.data(), reading.at());
        }
    }

    private final Transactions transactions;
    private final StaffMembers members;
    private final Proposals proposals;
    private final Readings readings;
    private final BusinessClock clock;

    MembersResource(
            Transactions transactions,
            StaffMembers members,
            Proposals proposals,
            Readings readings,
            BusinessClock clock) {
        this.transactions = transactions;
        this.members = members;
        this.proposals = proposals;
        this.readings = readings;
        this.clock = clock;
    }

    /** Who works here, by name, which no two members share. */
    @GET
    @RolesAllowed({"admin", "compliance", "auditor"})
    public Uni<RestResponse<Page<Member>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        String after = Cursors.decode(query.cursor).orElse("");
        return transactions
                .run(tx -> members.list(tx, after, query.limit + 1))
                .map(found -> Page.of(found, query.limit, last -> Cursors.encode(last.name()))
                        .map(member -> Member.of(member, clock.today()))
                        .response(uri));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "compliance", "auditor"})
    public Uni<Member> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> members.find(tx, id))
                .map(found ->
                        Member.of(found.orElseThrow(() -> new ProblemException(Problem.notFound())), clock.today()));
    }

    /** Every change that was proposed for this member, newest first, with both hands. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({"admin", "compliance", "auditor"})
    public Uni<RestResponse<Page<ChangeBody>>> history(
            @PathParam("id") UUID id, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var before = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> proposals.listOf(tx, id.toString(), before, query.limit + 1))
                .map(found -> AuthorityResource.page(found, query).response(uri));
    }

    /** Whose data this member has read and what for, newest first. */
    @GET
    @Path("{id}/access-records")
    @RolesAllowed({"compliance", "auditor"})
    public Uni<RestResponse<Page<ReadingBody>>> readings(
            @PathParam("id") UUID id, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var before = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> readings.list(tx, id, before, query.limit + 1))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(ReadingBody::of)
                        .response(uri));
    }
}

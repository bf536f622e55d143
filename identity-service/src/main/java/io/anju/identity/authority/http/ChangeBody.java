package io.anju.identity.authority.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.authority.model.Change;
import io.anju.identity.authority.model.Proposal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change on its way, or what became of it.
 *
 * @param subject id of the member of staff, or of the agency's client
 * @param name of the member who is employed by it
 * @param state {@code OPEN}, {@code APPROVED} or {@code REJECTED}; an open one past {@code expiresAt} is decided no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ChangeBody(
        UUID id,
        Change.Kind kind,
        String subject,
        @Nullable String name,
        @Nullable List<String> roles,
        @Nullable LocalDate trainedUntil,
        @Nullable String publicKey,
        String reason,
        UUID proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        String state,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    /** The wire form. */
    public static ChangeBody of(Proposal proposal) {
        var opened = proposal.opened();
        var change = opened.change();
        var decided = proposal instanceof Proposal.Decided over ? over : null;
        return new ChangeBody(
                opened.id(),
                change.kind(),
                change.subject(),
                change instanceof Change.Employ employ ? employ.name() : null,
                change.givenRoles()
                        .map(roles -> roles.stream().sorted().toList())
                        .orElse(null),
                change.givenTraining().orElse(null),
                key(change),
                opened.reason(),
                opened.by(),
                opened.at(),
                opened.expiresAt(),
                state(proposal),
                decided == null ? null : decided.by(),
                decided == null ? null : decided.at(),
                decided == null ? null : decided.note().orElse(null));
    }

    private static @Nullable String key(Change change) {
        return switch (change) {
            case Change.AdmitAgency admit -> admit.publicKey();
            case Change.ReplaceAgencyKey replace -> replace.publicKey();
            default -> null;
        };
    }

    private static String state(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Open ignored -> "OPEN";
            case Proposal.Decided decided -> decided.approved() ? "APPROVED" : "REJECTED";
        };
    }
}

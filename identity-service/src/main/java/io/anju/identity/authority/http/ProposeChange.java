package io.anju.identity.authority.http;

import io.anju.identity.authority.model.Change;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change to be proposed; which of the other fields are needed depends on its kind.
 *
 * @param memberId for all kinds that concern a member of staff, except {@code EMPLOY}
 * @param name for {@code EMPLOY}
 * @param roles for {@code EMPLOY} and {@code ASSIGN_ROLES}; they take the place of all held before
 * @param trainedUntil for {@code EMPLOY} and {@code RECORD_TRAINING}: last day on which the compliance training counts
 * @param clientId for all kinds that concern an agency
 * @param publicKey for {@code ADMIT_AGENCY} and {@code REPLACE_AGENCY_KEY}: P-256, in PEM
 * @param reason why, for the second person and for the record
 */
@RegisterForReflection
public record ProposeChange(
        @NotNull Change.Kind kind,
        @Nullable UUID memberId,

        @Size(max = 80) @Schema(pattern = ".*\\S.*") @Nullable
        String name,

        @Size(max = 7) @Nullable Set<@NotBlank @Size(max = 40) String> roles,
        @Nullable LocalDate trainedUntil,

        @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,63}") @Nullable
        String clientId,

        @Size(max = 1000) @Nullable String publicKey,
        @NotBlank @Size(max = 500) String reason) {

    /** @param newMember id for the member of an employment */
    Change change(UUID newMember) {
        return switch (kind) {
            case EMPLOY ->
                new Change.Employ(newMember, newName(), present("roles", roles), present("trainedUntil", trainedUntil));
            case SUSPEND -> new Change.Suspend(member());
            case REINSTATE -> new Change.Reinstate(member());
            case ASSIGN_ROLES -> new Change.AssignRoles(member(), present("roles", roles));
            case RECORD_TRAINING -> new Change.RecordTraining(member(), present("trainedUntil", trainedUntil));
            case RE_ENROL -> new Change.ReEnrol(member());
            case ADMIT_AGENCY -> new Change.AdmitAgency(agency(), present("publicKey", publicKey));
            case SUSPEND_AGENCY -> new Change.SuspendAgency(agency());
            case REINSTATE_AGENCY -> new Change.ReinstateAgency(agency());
            case REPLACE_AGENCY_KEY -> new Change.ReplaceAgencyKey(agency(), present("publicKey", publicKey));
        };
    }

    /** {@code @NotBlank} would ask for a name in every kind of change, and {@code \S} takes a wide space for a letter. */
    private String newName() {
        String stripped = present("name", name).strip();
        if (stripped.isEmpty()) {
            throw ProblemException.invalid(FieldError.of("name", "NOT_BLANK"));
        }
        return stripped;
    }

    private UUID member() {
        return present("memberId", memberId);
    }

    private String agency() {
        return present("clientId", clientId);
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw ProblemException.invalid(FieldError.of(field, "NOT_NULL"));
        }
        return value;
    }
}

package io.anju.identity.party;

import io.anju.identity.model.Level;
import io.anju.kit.access.DataReads;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a person may be called in a token at this moment.
 *
 * @param roles {@code customer}, or the staff roles; none for a member who is suspended
 * @param level for staff always {@link Level#L3}: they are employed in person and sign in with passkeys only; a suspended
 *     member has {@link Level#L0}, with which no verification begins
 * @param staff whether the person is a member of staff
 * @param displayName shown by the authenticator: the masked phone, or a member of staff's name
 * @param trained whether a member of staff's compliance training counts today; always, for a customer
 */
public record Standing(
        UUID personId, Set<String> roles, Level level, boolean staff, String displayName, boolean trained) {

    /** What every token may do. */
    public static final String SCOPE = "anju";

    public Standing {
        roles = Set.copyOf(roles);
    }

    /**
     * A member of staff.
     *
     * @param trainedUntil last day on which the training counts; empty when there was none
     */
    public static Standing ofStaff(
            UUID id,
            String name,
            Set<String> roles,
            boolean suspended,
            Optional<LocalDate> trainedUntil,
            LocalDate today) {
        boolean trained = trainedUntil.filter(until -> !until.isBefore(today)).isPresent();
        return suspended
                ? new Standing(id, Set.of(), Level.L0, true, name, trained)
                : new Standing(id, roles, Level.L3, true, name, trained);
    }

    /** Whether the person may sign in at all. */
    public boolean suspended() {
        return roles.isEmpty();
    }

    /** The scopes of a token: customers' data is read by trained staff only. */
    public Set<String> scopes() {
        return staff && trained ? Set.of(SCOPE, DataReads.SCOPE) : Set.of(SCOPE);
    }
}

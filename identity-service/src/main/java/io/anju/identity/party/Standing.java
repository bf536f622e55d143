package io.anju.identity.party;

import io.anju.identity.model.Level;
import java.util.UUID;

/**
 * What a person may be called in a token at this moment.
 *
 * @param role {@code customer} or the staff role
 * @param level for staff always {@link Level#L3}: they are employed in person and sign in with passkeys only
 * @param staff whether the person is a member of staff
 * @param displayName shown by the authenticator: the masked phone, or a member of staff's name
 */
public record Standing(UUID personId, String role, Level level, boolean staff, String displayName) {}

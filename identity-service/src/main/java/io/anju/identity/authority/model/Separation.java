package io.anju.identity.authority.model;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Two roles that one person never holds, and why: they are the halves of an act that needs two people.
 *
 * @param reasonEn in English
 * @param reasonZh in Chinese
 */
public record Separation(String one, String other, String reasonEn, String reasonZh) {

    /** The roles that a member of staff can have. */
    public static final Set<String> ROLES =
            Set.of("loan-officer", "approver", "teller", "risk-officer", "compliance", "auditor", "admin");

    /** Why these roles are not given together; empty when they can be. */
    public static Optional<AuthorityRefusal> refuses(Set<String> roles, Collection<Separation> separations) {
        if (roles.isEmpty() || !ROLES.containsAll(roles)) {
            return Optional.of(new AuthorityRefusal.RolesUnknown(ROLES));
        }
        return separations.stream()
                .filter(pair -> roles.contains(pair.one()) && roles.contains(pair.other()))
                .findFirst()
                .map(AuthorityRefusal.RolesNotSeparate::new);
    }
}

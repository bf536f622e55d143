package io.anju.identity.verification.model;

import io.anju.identity.model.Level;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.Wording;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one act needs, a row of data: who may do it, how well known they must be, and how they may prove themselves.
 *
 * @param version version of the policy, kept with each verification that was opened under it
 * @param roles the act needs one of these
 * @param level the least level
 * @param methods the ways to prove oneself that the act admits at all; risk may take some away
 * @param audience the one service that performs the act
 * @param resources paths of what the act is done on, with {@code {id}} standing for one UUID and {@code {kid}} for one
 *     thumbprint of a key (RFC 7638): things of one kind or of several, or the collection in which it begins one
 * @param movesMoney whether rules about amounts and hours apply
 * @param proofTime how long the person has to prove themselves
 * @param tokenTime how long the token lives, at most 120 s
 * @param title the act in words, for the SMS text: "you are about to …"
 * @param largeAmount fen from which on an amount is large for this act
 * @param officerReleases whether each one waits for a risk officer
 * @param delay when it waits between proof and token
 * @param passkeyWhereEnrolled whether a code by SMS is for those alone who have no passkey: what cannot be undone is not
 *     left to whoever took over the phone number
 */
public record ActPolicy(
        String act,
        int version,
        Set<String> roles,
        Level level,
        Set<ProofMethod> methods,
        String audience,
        Set<String> resources,
        boolean movesMoney,
        Duration proofTime,
        Duration tokenTime,
        Wording title,
        long largeAmount,
        boolean officerReleases,
        Optional<DelayPolicy> delay,
        boolean passkeyWhereEnrolled) {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String THUMBPRINT = "[0-9A-Za-z_-]{43}";

    public ActPolicy {
        roles = Set.copyOf(roles);
        methods = Set.copyOf(methods);
        resources = Set.copyOf(resources);
    }

    /** Why somebody with these roles may not do it; empty when they may. */
    public Optional<VerificationRefusal> roleMissing(Set<String> of) {
        return Collections.disjoint(roles, of)
                ? Optional.of(new VerificationRefusal.RoleMissing(act, roles))
                : Optional.empty();
    }

    /** Whether a path is one that this act can be done on. */
    boolean covers(String path) {
        return resources.stream()
                .map(resource -> Pattern.quote(resource)
                        .replace("{id}", "\\E" + UUID + "\\Q")
                        .replace("{kid}", "\\E" + THUMBPRINT + "\\Q"))
                .anyMatch(path::matches);
    }
}

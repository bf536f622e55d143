package io.anju.identity.authority.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of the two people who open a new installation. Rights are given by two, so there are two of them, each with a code
 * that the other has not seen; of the code nothing is written down but its digest.
 *
 * @param role {@code admin} or {@code compliance}; one of the two is the administrator
 * @param codeSha256 SHA-256 of the enrolment code in lower-case hex
 * @param trainedUntil last day of the compliance training
 */
public record FirstAdministrator(String name, String role, String codeSha256, LocalDate trainedUntil) {

    private static final int TWO = 2;
    private static final int NAME_MAX = 80;
    private static final String ADMIN = "admin";
    private static final Set<String> ROLES = Set.of(ADMIN, "compliance");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Why these are not taken, in words that repeat nothing of them; empty when they are. */
    public static Optional<String> refuses(List<FirstAdministrator> all, LocalDate today) {
        if (all.size() != TWO) {
            return Optional.of("there must be two of them");
        }
        if (distinct(all, FirstAdministrator::name) != TWO || distinct(all, FirstAdministrator::codeSha256) != TWO) {
            return Optional.of("each must have a name and a code of their own");
        }
        if (all.stream().noneMatch(one -> one.role().equals(ADMIN))) {
            return Optional.of("one of them must be an admin");
        }
        return all.stream().flatMap(one -> one.refuses(today).stream()).findFirst();
    }

    private static long distinct(List<FirstAdministrator> all, Function<FirstAdministrator, String> of) {
        return all.stream().map(of).collect(Collectors.toSet()).size();
    }

    private Optional<String> refuses(LocalDate today) {
        if (name.isBlank() || name.length() > NAME_MAX) {
            return Optional.of("a name must have 1 to 80 characters");
        }
        if (!ROLES.contains(role)) {
            return Optional.of("a role must be admin or compliance");
        }
        if (!DIGEST.matcher(codeSha256).matches()) {
            return Optional.of("a codeSha256 must be 64 digits of lower-case hex, never the code itself");
        }
        return Training.refuses(trainedUntil, today)
                .map(refusal -> "a trainedUntil must lie within two years from today");
    }

    @Override
    public String toString() {
        return "FirstAdministrator";
    }
}

package io.anju.loan.application.store;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Officers in one column: their ids with a space between them, in order. */
final class OfficerIds {

    private OfficerIds() {}

    static Set<UUID> read(String ids) {
        return ids.isEmpty()
                ? Set.of()
                : Arrays.stream(ids.split(" ")).map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }

    static String write(Set<UUID> officers) {
        return officers.stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
    }
}

package io.anju.identity.realname;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The licensed provider that knows which name and number belong together. */
public interface IdRegistry {

    /** Its reference to the comparison when they match; empty when they do not. Fails when it is away. */
    Uni<Optional<String>> check(String name, String idNumber);
}

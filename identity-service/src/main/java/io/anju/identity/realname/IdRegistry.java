package io.anju.identity.realname;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The licensed provider that knows which name and number belong together. */
public interface IdRegistry {

    /** Its reference to the comparison of the face when they match, never blank; empty when they do not. Fails when it is away, or
     * says that they match and names no comparison. */
    Uni<Optional<String>> check(String name, String idNumber);
}

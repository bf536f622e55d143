package io.anju.identity.realname.registry;

import io.anju.identity.realname.IdRegistry;
import io.anju.kit.client.Remote;
import io.anju.kit.client.Remotes;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** {@code POST {anju.id-registry.url}/id-registry/checks}; asking again changes nothing there, so it is repeated. */
@ApplicationScoped
class RemoteIdRegistry implements IdRegistry {

    private static final String NAME = "id-registry";
    private static final int OK = 200;

    private final Remote registry;

    RemoteIdRegistry(Remotes remotes) {
        this.registry = remotes.named(NAME);
    }

    @Override
    public Uni<Optional<String>> check(String name, String idNumber) {
        return registry.postRepeatable(
                        "/id-registry/checks",
                        new JsonObject().put("name", name).put("idNumber", idNumber))
                .map(answer -> {
                    if (answer.statusCode() != OK) {
                        throw new ProblemException(Problem.unavailable(NAME));
                    }
                    var body = answer.bodyAsJsonObject();
                    return body.getBoolean("match", false) ? Optional.of(faceReference(body)) : Optional.empty();
                });
    }

    /**
     * What the face was compared with is what a match rests on: a match that names none is no answer, and is counted against
     * nobody.
     */
    private static String faceReference(JsonObject body) {
        if (body.getValue("faceReference") instanceof String reference && !reference.isBlank()) {
            return reference;
        }
        throw new ProblemException(Problem.unavailable(NAME));
    }
}

package io.anju.identity.token.http;

import io.anju.identity.token.Signer;
import io.anju.identity.token.SigningKey;
import io.anju.identity.token.SigningKeys;
import io.anju.identity.token.model.KeyTimes;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The staff command that replaces the signing key before its time. */
@Path("/api/v1/staff/signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class SigningKeysResource {

    /** A key as staff see it. */
    @RegisterForReflection
    public record Key(
            String kid,
            String algorithm,
            Instant createdAt,
            Instant signsFrom,
            @Nullable Instant forgetAt) {

        static Key of(SigningKey key) {
            KeyTimes times = key.times();
            return new Key(
                    times.kid(),
                    key.algorithm(),
                    times.createdAt(),
                    times.signsFrom(),
                    times.forgetAt().orElse(null));
        }
    }

    private final Commands commands;
    private final SigningKeys keys;

    SigningKeysResource(Commands commands, SigningKeys keys) {
        this.commands = commands;
        this.keys = keys;
    }

    /**
     * Makes the next key; it signs two minutes later, so that every verifier knows it by then.
     *
     * @param algorithm what it signs with; what is configured where none is named
     */
    @POST
    @Path("rotation")
    @Idempotent
    @APIResponseSchema(Keys.class)
    public Uni<Response> rotate(@QueryParam("algorithm") Signer.@Nullable Algorithm algorithm) {
        return commands.run(tx -> keys.rotate(tx, Optional.ofNullable(algorithm))
                .map(all -> Reply.ok(new Keys(all.stream().map(Key::of).toList()))));
    }

    /** All keys at rest. */
    @RegisterForReflection
    public record Keys(List<Key> items) {}
}

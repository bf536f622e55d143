package io.anju.identity.token.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.token.MasterKeyChange;
import io.anju.identity.token.Signer;
import io.anju.identity.token.SigningKey;
import io.anju.identity.token.SigningKeys;
import io.anju.identity.token.model.KeyTimes;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The staff commands that replace the signing key before its time, or end one at once. */
@Path(SigningKeysResource.KEYS)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class SigningKeysResource {

    static final String KEYS = "/api/v1/staff/signing-keys";
    private static final String ROTATE = "keys.rotate";

    /** A key as staff see it. */
    @RegisterForReflection
    public record Key(
            String kid,
            String algorithm,
            Instant createdAt,
            Instant signsFrom,
            @Nullable Instant forgetAt,
            @Nullable Instant withdrawnAt) {

        static Key of(SigningKey key) {
            KeyTimes times = key.times();
            return new Key(
                    times.kid(),
                    key.algorithm(),
                    times.createdAt(),
                    times.signsFrom(),
                    times.forgetAt().orElse(null),
                    times.withdrawnAt().orElse(null));
        }
    }

    /**
     * How far a change of the master key is.
     *
     * @param current the master key that seals
     * @param here those that this replica has; one more than {@code current} while one takes the place of another
     * @param byMasterKey how many private keys each has sealed
     * @param left private keys that another than {@code current} sealed; at 0 the other one may be taken away
     */
    @RegisterForReflection
    public record MasterKeyProgress(String current, List<String> here, List<Sealed> byMasterKey, int left) {

        static MasterKeyProgress of(MasterKeyChange.Progress progress) {
            return new MasterKeyProgress(
                    progress.current(),
                    progress.here(),
                    progress.counts().stream()
                            .map(count -> new Sealed(count.by().orElse(null), count.keys()))
                            .toList(),
                    progress.left());
        }
    }

    /** @param masterKey its id; absent for keys from before master keys were written down */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Sealed(@Nullable String masterKey, int keys) {}

    private final Commands commands;
    private final Transactions transactions;
    private final SigningKeys keys;
    private final MasterKeyChange change;

    SigningKeysResource(Commands commands, Transactions transactions, SigningKeys keys, MasterKeyChange change) {
        this.commands = commands;
        this.transactions = transactions;
        this.keys = keys;
        this.change = change;
    }

    /** By which master keys the private keys are sealed, by ids that tell nothing of them. */
    @GET
    @Path("master-key")
    public Uni<MasterKeyProgress> masterKey() {
        return transactions.run(change::progress).map(MasterKeyProgress::of);
    }

    /**
     * Makes the next key; it signs two minutes later, so that every verifier knows it by then.
     *
     * @param algorithm what it signs with; what is configured where none is named
     */
    @POST
    @Path("rotation")
    @Idempotent
    @RequiresVerification(act = ROTATE, resource = KEYS + "/rotation")
    @APIResponseSchema(Keys.class)
    public Uni<Response> rotate(@QueryParam("algorithm") Signer.@Nullable Algorithm algorithm) {
        return commands.run(tx -> keys.rotate(tx, Optional.ofNullable(algorithm))
                .map(all -> Reply.ok(new Keys(all.stream().map(Key::of).toList()))));
    }

    /**
     * Ends a key that somebody may have stolen, at once: nothing is signed with it any more, it is not published any more, and
     * every token that it signed opens nothing. People go on with their next refresh.
     */
    @POST
    @Path("{kid}/withdrawal")
    @Idempotent
    @RequiresVerification(act = ROTATE, resource = KEYS + "/{kid}/withdrawal")
    @APIResponseSchema(Keys.class)
    public Uni<Response> withdraw(@PathParam("kid") String kid) {
        return commands.run(tx -> keys.withdraw(tx, kid)
                .map(found -> found.map(all ->
                                Reply.ok(new Keys(all.stream().map(Key::of).toList())))
                        .orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    /** All keys at rest. */
    @RegisterForReflection
    public record Keys(List<Key> items) {}
}

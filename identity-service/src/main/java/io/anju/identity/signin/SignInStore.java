package io.anju.identity.signin;

import io.anju.identity.signin.model.SignIn;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins under way. */
public interface SignInStore {

    Uni<Void> add(Tx tx, SignIn.BySms signIn);

    Uni<Void> add(Tx tx, SignIn.ByPasskey signIn);

    /** Locked until the transaction ends. */
    Uni<Optional<SignIn>> findForUpdate(Tx tx, UUID id);

    Uni<Void> save(Tx tx, SignIn.Over signIn);
}

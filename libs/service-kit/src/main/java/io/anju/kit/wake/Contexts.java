package io.anju.kit.wake;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;

/** Where work runs that nobody's request has brought. */
public final class Contexts {

    private Contexts() {}

    /**
     * Calls soon, in a context that nothing else runs in: Hibernate keeps a session in each, so that work side by side needs
     * one apiece, and a connection's context is everybody's.
     */
    public static void inOneOfItsOwn(Vertx vertx, Runnable call) {
        var shared = VertxContext.getRootContext(vertx.getOrCreateContext());
        var own = VertxContext.createNewDuplicatedContext(shared);
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(now -> call.run());
    }
}

package io.anju.kit.tx;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Transactions of Hibernate Reactive with Panache, for services whose data are objects with a life. */
@ApplicationScoped
@IfBuildProperty(name = "anju.persistence", stringValue = "panache")
class PanacheTransactions implements Transactions {

    @Override
    public <T> Uni<T> run(Function<Tx, Uni<T>> work) {
        return Panache.withTransaction(
                () -> Panache.getSession().flatMap(session -> work.apply(new PanacheTx(session))));
    }
}

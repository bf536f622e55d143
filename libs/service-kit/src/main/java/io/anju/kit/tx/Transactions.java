package io.anju.kit.tx;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Runs work in one transaction: kept when the work gives a value, undone when it fails. */
public interface Transactions {

    <T> Uni<T> run(Function<Tx, Uni<T>> work);
}

package io.anju.contract.evidence;

import io.smallrye.mutiny.Uni;

/** Port: the log's key, made at first use and the same for all replicas from then on. */
public interface LogKeys {
    /** The key of the log with this name. */
    Uni<LogKey> get(String origin);
}

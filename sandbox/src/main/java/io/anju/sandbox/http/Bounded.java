package io.anju.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of at most so many entries: the oldest gives way. For what may be forgotten; money is never kept here. */
public final class Bounded<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int most;

    /** A map of at most {@code most} entries. */
    public Bounded(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}

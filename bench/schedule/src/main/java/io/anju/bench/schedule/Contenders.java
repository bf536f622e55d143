package io.anju.bench.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All of them by name, the limit first. */
final class Contenders {

    static final String LIMIT = "limit";

    private static final Map<String, Supplier<Contender>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put(LIMIT, Limit::new);
        BY_NAME.put("plain-long", PlainLong::new);
        BY_NAME.put("anju", Anju::new);
        BY_NAME.put("strata-dates", StrataDates::new);
        BY_NAME.put("big-decimal", BigDecimals::new);
    }

    private Contenders() {}

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    static Contender named(String name) {
        Supplier<Contender> supplier = BY_NAME.get(name);
        if (supplier == null) {
            throw new IllegalArgumentException("no contender " + name + " among " + names());
        }
        return supplier.get();
    }
}

package io.anju.testkit.environment;

import io.restassured.RestAssured;
import java.util.OptionalDouble;

/** What the service under test shows to Prometheus. */
public final class Metrics {

    private Metrics() {}

    /**
     * The value of the first line that begins so; empty without one.
     *
     * @param beginning a metric's name, or that and its first labels
     */
    public static OptionalDouble find(String beginning) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(Metrics::value)
                .findFirst();
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
    }
}

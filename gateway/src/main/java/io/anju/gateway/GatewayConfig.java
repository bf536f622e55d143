package io.anju.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that is set about the gateway; the tables are in {@code application.properties}. */
@ConfigMapping(prefix = "anju.gateway")
public interface GatewayConfig {

    /** The services behind, by short name. */
    Map<String, Service> services();

    /** Addresses that need no token, by method. */
    Map<String, Set<String>> open();

    /** Who may come in where, by name; the longest prefix wins. */
    Map<String, Door> doors();

    /** Sizes, deadlines and rates, by name; the longest prefix wins. */
    Map<String, RouteClass> classes();

    /** The first screen. */
    Home home();

    /** Limits of what a single address may send, whoever it is. */
    Address address();

    /** The database in which all replicas count together, where {@code quarkus.datasource.reactive.url} names one. */
    SharedLimits sharedLimits();

    /** Request headers starting with {@code X-} that are passed on; the others are dropped. */
    @WithDefault("x-device-id,x-device-name")
    Set<String> passedHeaders();

    /** The public base URL: what the services are told they are called by, and take proofs of possession for. */
    @WithName("public-url")
    @WithDefault("${anju.public-url}")
    URI publicUrl();

    /** One service behind the gateway. */
    interface Service {
        /** Where it is. */
        URI url();

        /** Path prefixes that are its own. */
        List<String> paths();

        /** Connections kept to it at most. */
        @WithDefault("256")
        int connections();

        /** Requests waiting for its answer at once at most; more are refused at once. */
        @WithDefault("256")
        int concurrency();

        /** Requests over which failures are counted. */
        @WithDefault("20")
        int breakerWindow();

        /** How long it is left alone after half of them failed. */
        @WithDefault("3s")
        Duration breakerPause();
    }

    /** One door. */
    interface Door {
        /** Path prefixes behind it. */
        List<String> paths();

        /** Roles of which one is needed. */
        Set<String> roles();
    }

    /** One class of routes. */
    interface RouteClass {
        /** Path prefixes in it; {@code *} stands for one segment. */
        List<String> paths();

        /** Time for the service to begin its answer, counted from the end of the request's body. */
        @WithDefault("15s")
        Duration deadline();

        /** Time for the caller to send the whole body. */
        @WithDefault("30s")
        Duration bodyTime();

        /** The largest body taken. */
        @WithDefault("1M")
        MemorySize bodyMax();

        /** Bodies of more than 64 kB, or of unknown length, that one network may be sending at once. */
        @WithDefault("32")
        int bodiesArriving();

        /** Requests per minute in the long run. */
        @WithDefault("1200")
        int perMinute();

        /** Requests at once after a pause. */
        @WithDefault("300")
        int burst();
    }

    /** Limits per address. */
    interface Address {
        /** Requests per minute in the long run. */
        @WithDefault("60000")
        int perMinute();

        /** Requests at once after a pause. */
        @WithDefault("5000")
        int burst();

        /** Callers and addresses remembered at most. */
        @WithDefault("100000")
        int remembered();
    }

    /** How patient the gateway is with the shared limits' database. */
    interface SharedLimits {
        /** Waiting time of one statement; after that this replica counts by itself. */
        @WithDefault("200ms")
        Duration timeout();

        /** How long it is left alone after half of ten questions failed. */
        @WithDefault("3s")
        Duration pause();
    }

    /** The first screen's parts. */
    interface Home {
        /** By the name that the part has in the answer. */
        Map<String, Part> parts();

        /** Time for each part. */
        @WithDefault("2s")
        Duration deadline();

        /** The largest part taken. */
        @WithDefault("256K")
        MemorySize partMax();
    }

    /** A part of the first screen. */
    interface Part {
        /** The service asked. */
        String service();

        /** What it is asked for. */
        String path();
    }

    /** The settings of one service. */
    default Service service(String name) {
        return Optional.ofNullable(services().get(name))
                .orElseThrow(() -> new IllegalStateException("no service " + name));
    }
}

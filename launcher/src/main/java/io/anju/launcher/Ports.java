package io.anju.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything listens.
 *
 * @param offset added to every usual port, so that two stacks can stand side by side; 0 to 50000
 */
public record Ports(int offset) {

    private static final int LARGEST_OFFSET = 50_000;

    public Ports {
        if (offset < 0 || offset > LARGEST_OFFSET) {
            throw new LaunchFailure("--port-offset takes a number from 0 to " + LARGEST_OFFSET);
        }
    }

    /** The one door. */
    public int gateway() {
        return 8080 + offset;
    }

    /** Where the gateway shows its metrics, to this machine alone. */
    public int gatewayMetrics() {
        return 8086 + offset;
    }

    /** The outside world. */
    public int sandbox() {
        return 8090 + offset;
    }

    /** PostgreSQL. */
    public int database() {
        return 8095 + offset;
    }

    /** The services behind the gateway by name, in the order in which they are started. */
    public Map<String, Integer> services() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("identity-service", 8081 + offset);
        ports.put("loan-service", 8082 + offset);
        ports.put("contract-service", 8083 + offset);
        ports.put("repayment-service", 8084 + offset);
        ports.put("care-service", 8085 + offset);
        return ports;
    }

    /** Every program with the port where it does its work. */
    public Map<String, Integer> programs() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("postgres", database());
        ports.put("sandbox", sandbox());
        ports.putAll(services());
        ports.put("gateway", gateway());
        return ports;
    }

    /** Every port with the name of what will listen there. */
    public Map<String, Integer> all() {
        Map<String, Integer> ports = programs();
        ports.put("the gateway's metrics", gatewayMetrics());
        return ports;
    }

    /** The public base URL, which is the issuer of tokens and the origin of passkeys too. */
    public String origin() {
        return url(gateway());
    }

    /** The URL of a port of this machine. */
    public static String url(int port) {
        return "http://localhost:" + port;
    }
}

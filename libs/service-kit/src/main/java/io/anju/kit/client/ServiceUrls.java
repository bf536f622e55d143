package io.anju.kit.client;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;

/** Where the others are: {@code anju.NAME.url}, {@code loan-service} being {@code anju.loan.url}. */
@ApplicationScoped
public class ServiceUrls {

    private final Config config;

    ServiceUrls(Config config) {
        this.config = config;
    }

    /** @throws java.util.NoSuchElementException when no URL is configured for that name */
    public String of(String name) {
        return config.getValue("anju." + shortName(name) + ".url", String.class);
    }

    static String shortName(String name) {
        return name.endsWith("-service") ? name.substring(0, name.length() - "-service".length()) : name;
    }
}

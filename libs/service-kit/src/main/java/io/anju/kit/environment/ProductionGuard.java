package io.anju.kit.environment;

import io.anju.kit.environment.EnvironmentConfig.Environment;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Refuses to start in production with a key, a password or a setting of the development stack, or with one key for two parties. */
class ProductionGuard {

    /** A business date that can be moved, people and partners that nobody has vetted, holidays that nobody has announced. */
    private static final List<String> LAPTOP_ONLY = List.of(
            "anju.clock.url",
            "anju.identity.demo-staff-file",
            "anju.care.demo-agency",
            "anju.care.calendar.open-ended");

    /**
     * What a laptop does without and a bank cannot take back once it is in use, by service: the evidence log's name stands
     * in every head that was signed, and customers book at the branches there are.
     */
    private static final Map<String, String> OWN =
            Map.of("contract-service", "anju.log.origin", "care-service", "anju.care.branches-file");

    private static final Pattern LAPTOP = Pattern.compile("(localhost|127\\.|\\[::1]).*");

    /** Where a secret lies that is shared with an institution. */
    private static final String CALLBACK_SECRET = "anju\\..+\\.callback\\.secret\\.file";

    void check(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            Config config,
            EnvironmentConfig environment) {
        if (environment.name() == Environment.PRODUCTION && ConfigUtils.isProfileActive("prod")) {
            var found = findings(config);
            if (!found.isEmpty()) {
                throw new IllegalStateException("these settings are of the development stack, set or left out: " + found
                        + "; give this service its own, or set anju.environment=development");
            }
            var shared = sharedSecrets(config);
            if (!shared.isEmpty()) {
                throw new IllegalStateException("these settings name the same secret: " + shared
                        + "; each institution signs its callbacks with its own, or one could sign for the other");
            }
            if (isKmsInClear(config)) {
                throw new IllegalStateException(
                        "anju.kms.url is not https: the token and the unwrapped keys would travel in"
                                + " clear; give the KMS's https address, or set anju.environment=development");
            }
        }
    }

    /** The names of the settings that are not for production. */
    static List<String> findings(Config config) {
        var settings = LAPTOP_ONLY.stream().filter(name -> isSet(config, name));
        var files = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(ProductionGuard::namesAFile)
                .filter(name -> config.getOptionalValue(name, Path.class)
                        .filter(ProductionGuard::isMarked)
                        .isPresent());
        var values = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(ProductionGuard::mayHoldASecret)
                .filter(name -> config.getOptionalValue(name, String.class)
                        .filter(DevelopmentMark::isIn)
                        .isPresent());
        return Stream.of(settings, files, values, own(config))
                .flatMap(names -> names)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> own(Config config) {
        return config.getOptionalValue("quarkus.application.name", String.class).map(OWN::get).stream()
                .filter(name -> config.getOptionalValue(name, String.class)
                        .filter(value -> !LAPTOP.matcher(value).matches())
                        .isEmpty());
    }

    /** The settings whose secret of callbacks is another one's too; the same setting by two names counts once. */
    static List<String> sharedSecrets(Config config) {
        var namesBySecret = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> plain(name).matches(CALLBACK_SECRET) && isSet(config, name))
                .collect(Collectors.groupingBy(
                        name -> secret(config, name),
                        Collectors.mapping(ProductionGuard::plain, Collectors.toCollection(TreeSet::new))));
        return namesBySecret.values().stream()
                .filter(names -> names.size() > 1)
                .flatMap(Collection::stream)
                .sorted()
                .toList();
    }

    /** Whether what the KMS unwraps could be read on its way here. */
    static boolean isKmsInClear(Config config) {
        return config.getOptionalValue("anju.kms.url", URI.class)
                .filter(url -> !"https".equalsIgnoreCase(url.getScheme()))
                .isPresent();
    }

    private static String secret(Config config, String name) {
        var file = config.getValue(name, Path.class);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSet(Config config, String name) {
        return config.getOptionalValue(name, String.class)
                .filter(value -> !value.equals("false"))
                .isPresent();
    }

    private static boolean namesAFile(String name) {
        var plain = plain(name);
        return plain.startsWith("anju.") && (plain.endsWith(".file") || plain.endsWith(".dir"));
    }

    /** Any setting of ours may be a secret itself, and of the others those that are called so. */
    private static boolean mayHoldASecret(String name) {
        var plain = plain(name);
        return plain.startsWith("anju.") || plain.endsWith(".password");
    }

    /** The same for a property and for the environment variable that stands for it. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ".");
    }

    private static boolean isMarked(Path path) {
        if (!Files.isDirectory(path)) {
            return DevelopmentMark.isIn(path);
        }
        try (var files = Files.list(path)) {
            return files.anyMatch(DevelopmentMark::isIn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.anju.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment of a bank's first start: no staff of a demonstration, and the file with the first two administrators. */
public final class NewInstallation implements QuarkusTestResourceLifecycleManager {

    private final IdentityEnvironment usual = new IdentityEnvironment();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(usual.start());
        settings.remove("anju.identity.demo-staff-file");
        settings.put("anju.identity.first-administrators-file", write(FirstAdministratorsTest.file("wang", "chen")));
        return settings;
    }

    private static String write(String text) {
        try {
            Path file = Files.createTempFile("first-administrators", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        usual.inject(injector);
    }

    @Override
    public void stop() {
        usual.stop();
    }
}

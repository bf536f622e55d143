package io.anju.contract;

import io.anju.contract.sealing.TestSeal;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A seal for the service under test. */
public final class SealEnvironment implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("anju-seal");
            TestSeal.write(TestSeal.fresh("RSA"), folder);
            return Map.of(
                    "anju.seal.keystore-file", folder.resolve("seal.p12").toString(),
                    "anju.seal.password-file", folder.resolve("seal.password").toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}
}

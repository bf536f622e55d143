package io.anju.contract;

import io.anju.contract.sealing.TestSeal;
import io.anju.testkit.environment.TestFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A seal for the service under test. */
public final class SealEnvironment implements QuarkusTestResourceLifecycleManager {

    private final TestFolder folder = TestFolder.create("anju-seal");

    @Override
    public Map<String, String> start() {
        try {
            TestSeal.write(TestSeal.fresh("RSA"), folder.path());
            return Map.of(
                    "anju.seal.keystore-file", folder.path().resolve("seal.p12").toString(),
                    "anju.seal.password-file",
                            folder.path().resolve("seal.password").toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        folder.close();
    }
}

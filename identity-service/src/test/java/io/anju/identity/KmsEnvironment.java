package io.anju.identity;

import io.anju.kit.crypto.Keysets;
import io.anju.kit.crypto.WrappingKey;
import io.anju.sandbox.SandboxConfig;
import io.anju.testkit.environment.TestFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The usual one, with every key at rest wrapped by the sandbox's KMS. */
public final class KmsEnvironment implements QuarkusTestResourceLifecycleManager {

    private final IdentityEnvironment usual = new IdentityEnvironment();
    private final TestFolder keys = TestFolder.create("anju-kms-test");

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(usual.start());
        try {
            Path folder = keys.path();
            var url = URI.create(settings.get("anju.sms.url"));
            var secret = Files.readString(Path.of(settings.get("anju.rail.callback-secret-file")))
                    .strip();
            var kms = KmsKey.made(url, SandboxConfig.kmsToken(secret), "identity", folder);
            Path master = folder.resolve("master.key");
            Files.writeString(master, new WrappingKey(Optional.of(kms)).wrap(new byte[32]));
            Path keysets = folder.resolve("keysets.json");
            Files.writeString(
                    keysets, Keysets.wrap(Files.readString(Path.of(settings.get("anju.crypto.keyset-file"))), kms));
            settings.put("anju.kms.url", url.toString());
            settings.put("anju.kms.key", "identity");
            settings.put("anju.kms.token-file", folder.resolve("kms-token").toString());
            settings.put("anju.identity.master-key-source", "kms");
            settings.put("anju.identity.master-key-file", master.toString());
            settings.put("anju.crypto.keyset-file", keysets.toString());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        usual.inject(injector);
    }

    @Override
    public void stop() {
        usual.stop();
        keys.close();
    }
}

package io.anju.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The usual one, where a proof of possession at the token endpoint needs a nonce. */
public final class NonceEnvironment implements QuarkusTestResourceLifecycleManager {

    private final IdentityEnvironment usual = new IdentityEnvironment();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(usual.start());
        settings.put("anju.identity.dpop-nonce.mode", "required");
        return settings;
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

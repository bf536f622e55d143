package io.anju.bench.identity;

import io.anju.bench.kit.Server;
import io.anju.bench.kit.ServiceProcess;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.crypto.Keysets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** identity-service as a process of its own, with one client of the token endpoint. */
final class Identity implements AutoCloseable {

    /** The client. */
    static final String CLIENT = "loan-service";

    private static final int MASTER_KEY_BYTES = 32;

    private final ServiceProcess service;
    private final FieldCipher cipher;
    private final KeyPair client;

    private Identity(ServiceProcess service, FieldCipher cipher, KeyPair client) {
        this.service = service;
        this.cipher = cipher;
        this.client = client;
    }

    static Identity start(Server server) throws Exception {
        Path folder = Files.createTempDirectory("bench-identity");
        KeyPair client = ServiceProcess.keyPair();
        Path unused = ServiceProcess.write(
                folder,
                CLIENT + ".pub.pem",
                ServiceProcess.pem("PUBLIC KEY", client.getPublic().getEncoded()));
        byte[] master = new byte[MASTER_KEY_BYTES];
        new SecureRandom().nextBytes(master);
        var settings = Map.of(
                "ANJU_IDENTITY_CLIENTS_DIR", folder.toString(),
                "ANJU_IDENTITY_MASTER_KEY", Base64.getEncoder().encodeToString(master),
                // It asks itself for the keys of tokens, at a port that nobody knew before.
                "ANJU_IDENTITY_URL", "http://localhost:${quarkus.http.port}");
        var service = ServiceProcess.start(server, "identity-service", folder, settings);
        return new Identity(service, Keysets.read(folder.resolve("keyset.json")), client);
    }

    int port() {
        return service.port();
    }

    ProcessHandle process() {
        return service.process();
    }

    FieldCipher cipher() {
        return cipher;
    }

    KeyPair client() {
        return client;
    }

    @Override
    public void close() throws InterruptedException {
        service.close();
    }
}

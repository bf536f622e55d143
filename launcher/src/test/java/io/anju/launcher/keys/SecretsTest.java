package io.anju.launcher.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.environment.DevelopmentMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void areReadableByTheirOwnerAlone() throws IOException {
        create();

        for (Path file : files()) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file::toString);
        }
    }

    @Test
    void areMadeOnce() throws IOException {
        create();
        Map<Path, byte[]> before = contents();

        create();

        contents().forEach((file, content) -> assertArrayEquals(before.get(file), content, file::toString));
    }

    @Test
    void giveEachServiceAnEcKeyAndIdentityItsPublicHalf() throws IOException, GeneralSecurityException {
        Secrets secrets = create();

        byte[] der = Base64.getMimeDecoder()
                .decode(Files.readString(secrets.clientKey("loan-service")).replaceAll("-----.*-----", ""));
        var key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        assertEquals(256, key.getParams().getOrder().bitLength());
        assertTrue(Files.exists(secrets.clients().resolve("loan-service.pub.pem")));
        assertTrue(Files.exists(secrets.clients().resolve("demo-agency.pub.pem")));
    }

    @Test
    void areKnownInProductionForWhatTheyAre() {
        Secrets secrets = create();

        Stream.of(
                        secrets.clientKey("loan-service"),
                        secrets.clients().resolve("loan-service.pub.pem"),
                        secrets.databasePassword("loan-service"),
                        secrets.keyset("loan-service"),
                        secrets.databaseSuperuser(),
                        secrets.identityMasterKey(),
                        secrets.callbackSecret(),
                        secrets.walletCallbackSecret(),
                        secrets.registryCallbackSecret(),
                        secrets.sealPassword())
                .forEach(file -> assertTrue(DevelopmentMark.isIn(file), file::toString));
    }

    @Test
    void holdASealThatAnAuthorityVouchesFor() throws IOException, GeneralSecurityException {
        Secrets secrets = create();

        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(secrets.sealKeyStore())) {
            store.load(in, SecretFiles.read(secrets.sealPassword()).toCharArray());
        }
        var chain = store.getCertificateChain("seal");
        assertEquals(2, chain.length);
        chain[0].verify(chain[1].getPublicKey());
    }

    @Test
    void nameOneInventedPersonForEachStaffRole() {
        List<String> roles =
                create().demoStaff().stream().map(DemoPerson::role).distinct().toList();

        assertEquals(
                List.of("loan-officer", "approver", "teller", "risk-officer", "compliance", "auditor", "admin"), roles);
    }

    private Secrets create() {
        var secrets = new Secrets(folder.resolve("secrets"));
        secrets.create(List.of("loan-service", "care-service"), NOW);
        return secrets;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Map<Path, byte[]> contents() throws IOException {
        var contents = new TreeMap<Path, byte[]>();
        files().forEach(file -> {
            try {
                contents.put(file, Files.readAllBytes(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return contents;
    }
}

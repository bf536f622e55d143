package io.anju.identity;

import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.TestFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The house's test environment, except that identity-service is the one under test and so its own publisher of keys. */
public final class IdentityEnvironment implements QuarkusTestResourceLifecycleManager {

    /** Setting under which tests find the clients' private keys. */
    static final String KEYS = "test.client-keys";

    /** An app that gets no bearer tokens. */
    static final String STRICT_CLIENT = "strict-app";

    static final List<String> CLIENTS = List.of(
            "identity-service",
            "loan-service",
            "contract-service",
            "repayment-service",
            "care-service",
            "contact-relay",
            "demo-agency");

    private static final String STAFF = """
            [{"name":"officer Zhao","role":"loan-officer","enrolmentCode":"zhao-code"},
             {"name":"approver Qian","role":"approver","enrolmentCode":"qian-code"},
             {"name":"auditor Zheng","role":"auditor","enrolmentCode":"zheng-code"},
             {"name":"admin Wang","role":"admin","enrolmentCode":"wang-code"},
             {"name":"risk Li","role":"risk-officer","enrolmentCode":"li-code"},
             {"name":"risk Zhou","role":"risk-officer","enrolmentCode":"zhou-code"},
             {"name":"admin Feng","role":"admin","enrolmentCode":"feng-code"},
             {"name":"compliance Chen","role":"compliance","enrolmentCode":"chen-code"},
             {"name":"compliance Lu","role":"compliance","enrolmentCode":"lu-code"},
             {"name":"compliance Yan","role":"compliance","enrolmentCode":"yan-code"},
             {"name":"auditor Wei","role":"auditor","enrolmentCode":"wei-code"},
             {"name":"teller Sun","role":"teller","enrolmentCode":"sun-code"},
             {"name":"officer Hu","role":"loan-officer","enrolmentCode":"hu-code"},
             {"name":"admin Shen","role":"admin","enrolmentCode":"shen-code"},
             {"name":"teller Mao","role":"teller","enrolmentCode":"mao-code"},
             {"name":"teller Bao","role":"teller","enrolmentCode":"bao-code"},
             {"name":"teller Tao","role":"teller","enrolmentCode":"tao-code"}]
            """;

    private final AnjuEnvironment house = new AnjuEnvironment();
    private final TestFolder files = TestFolder.create("anju-identity-test");

    @Override
    public Map<String, String> start() {
        try {
            var settings = new HashMap<>(house.start());
            settings.remove("anju.issuer");
            int port = freePort();
            settings.put("quarkus.http.test-port", String.valueOf(port));
            settings.put("anju.identity.url", "http://localhost:" + port);
            // A minute is long for a test that waits for a key's turn.
            settings.put("anju.identity.token.keys-round", "1s");
            settings.put("anju.key-set.round", "1s");
            // Tests of a change of the master key make its rounds themselves.
            settings.put("anju.identity.master-key-round", "off");
            settings.put("anju.identity.session.key-bound-clients", STRICT_CLIENT);
            // Money is moved at whatever hour the tests run.
            settings.put("anju.identity.risk.work-begins", "0");
            settings.put("anju.identity.risk.work-ends", "24");
            addFiles(settings, files);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addFiles(Map<String, String> settings, TestFolder folder) {
        for (String client : CLIENTS) {
            addClient(folder, client);
        }
        settings.put(KEYS, folder.path().toString());
        settings.put("anju.identity.clients-dir", folder.path().toString());
        settings.put(
                "anju.service.key-file",
                folder.path().resolve("identity-service.key.pem").toString());
        settings.put(
                "anju.identity.master-key-file",
                folder.write("master.key", randomKey()).toString());
        settings.put(
                "anju.identity.demo-staff-file",
                folder.write("staff.json", STAFF).toString());
    }

    private static void addClient(TestFolder folder, String client) {
        var pair = TestClient.keyPair();
        folder.write(client + ".pub.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        folder.write(client + ".key.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + kind
                + "-----\n";
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void inject(TestInjector injector) {
        house.inject(injector);
    }

    @Override
    public void stop() {
        house.stop();
        files.close();
    }
}

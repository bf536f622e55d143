package io.anju.bench.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.bench.kit.Connection;
import io.anju.bench.kit.Server;
import io.anju.identity.datakey.DataKey;
import io.anju.kit.crypto.FieldCipher;
import io.anju.testkit.passkey.EmulatedAuthenticator;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Customers of level L3 with an emulated phone and a passkey each, as a year-old enrolment leaves them. */
final class Phones {

    private static final String ORIGIN = "http://localhost:8080";
    private static final String JSON = "Content-Type: application/json\r\n";
    // Authenticator data before the key: hash, flags, count, AAGUID, length, and an id of 32 bytes.
    private static final int BEFORE_KEY = 32 + 1 + 4 + 16 + 2 + 32;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A customer's phone. */
    record Phone(UUID person, EmulatedAuthenticator device) {}

    /** What signing in gave. */
    record SignedIn(UUID person, String accessToken) {}

    private Phones() {}

    static List<Phone> enrol(Server server, FieldCipher cipher, int count) throws Exception {
        List<Phone> phones = new ArrayList<>();
        try (var database = server.connect(server.name());
                var person = database.prepareStatement("INSERT INTO person (id, kind) VALUES (?, 'CUSTOMER')");
                var customer = database.prepareStatement("""
                        INSERT INTO customer (id, phone_sealed, phone_hash, phone_hash_key, level, registered_at)
                        VALUES (?, ?, ?, ?, 'L3', now() - interval '400 days')""");
                var dataKey = database.prepareStatement("""
                        INSERT INTO data_key (customer_id, kind, key_sealed, created_at) VALUES (?, 'CONTACT', ?, now())""");
                var passkey = database.prepareStatement("""
                        INSERT INTO passkey (id, person_id, credential_id, public_key, algorithm, aaguid, sign_count,
                                             backup_eligible, backed_up, transports, name, enrolled_at)
                        VALUES (?, ?, ?, ?, -7, ?, 0, false, false, '{internal}', 'phone', now() - interval '399 days')""")) {
            database.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                var id = UUID.randomUUID();
                String digits = "139%08d".formatted(i);
                var key = DataKey.generate();
                set(person, id);
                set(
                        customer,
                        id,
                        key.sealText(digits, "customer.phone"),
                        cipher.lookupHash(digits, "customer.phone"),
                        cipher.lookupKey());
                set(dataKey, id, cipher.encryptBytes(key.bytes(), "data_key.CONTACT." + id));
                var device = new EmulatedAuthenticator();
                var created = MAPPER.readTree(device.create(creation(id), ORIGIN));
                byte[] data = bytes(created.at("/response/authenticatorData").asText());
                set(
                        passkey,
                        UUID.randomUUID(),
                        id,
                        bytes(created.get("id").asText()),
                        Arrays.copyOfRange(data, BEFORE_KEY, data.length),
                        new UUID(0, 0));
                phones.add(new Phone(id, device));
            }
            database.commit();
        }
        return phones;
    }

    private static void set(java.sql.PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        int unused = statement.executeUpdate();
    }

    private static String creation(UUID id) {
        byte[] handle = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return """
                {"rp":{"id":"localhost"},"user":{"id":"%s"},"challenge":"AA","pubKeyCredParams":[{"alg":-7}]}""".formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(handle));
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    /** Signs in by passkey; {@code known} is the id of the app's installation. */
    static SignedIn signIn(Connection service, Phone phone) throws Exception {
        var opened = MAPPER.readTree(service.post("/api/v1/sign-ins", JSON, "{\"method\":\"PASSKEY\"}")
                .expect(201));
        String assertion = phone.device().get(opened.get("passkeyOptions").toString(), ORIGIN);
        String proof = "{\"assertion\":" + assertion + ",\"device\":{\"name\":\"phone\"}}";
        var tokens = MAPPER.readTree(
                service.post("/api/v1/sign-ins/" + opened.get("id").asText() + "/proof", JSON, proof)
                        .expect(200));
        return new SignedIn(phone.person(), tokens.get("accessToken").asText());
    }
}

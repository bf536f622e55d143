package io.anju.sandbox.kms;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.anju.sandbox.callback.Faults;
import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Bounded;
import io.anju.sandbox.http.Input;
import io.anju.sandbox.journal.Journal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Keys that never leave: callers hand over what is to be encrypted or decrypted. Paths, members and ciphertexts are those
 * of HashiCorp Vault's transit engine; {@code /kms/…} is the sandbox's own, for what goes wrong.
 */
public final class Kms {
    private static final String TRANSIT = "/v1/transit";
    private static final int CLEAR_MOST = 48 * 1024;
    private static final int VERSIONS_MOST = 1_000;

    private record Data(Object data) {}

    private record Encrypted(
            String ciphertext, @JsonProperty("key_version") int version) {}

    private record Decrypted(String plaintext) {}

    private record Description(
            String name,
            String type,
            @JsonProperty("latest_version") int latest,
            @JsonProperty("min_decryption_version") int least) {

        static Description of(TransitKey key) {
            return new Description(key.name(), "aes256-gcm96", key.latest(), key.least());
        }
    }

    private final byte[] token;
    private final Journal.Facts<TransitKey> changes;
    private final Map<String, TransitKey> keys = new Bounded<>(1_000);
    private final Faults faults = new Faults(0);

    /** One that lets in who shows this token; nobody when it is empty. */
    public Kms(byte[] token, Journal journal) {
        this.token = token.clone();
        this.changes = journal.facts("kms.key", TransitKey.class, key -> keys.put(key.name(), key));
    }

    /** Its addresses. */
    public void mount(Router router) {
        router.post(TRANSIT + "/keys/:key").handler(this::create);
        router.get(TRANSIT + "/keys/:key").handler(context -> answer(context, (key, input) -> Description.of(key)));
        router.post(TRANSIT + "/keys/:key/rotate").handler(this::rotate);
        router.post(TRANSIT + "/keys/:key/config").handler(this::configure);
        router.post(TRANSIT + "/encrypt/:key").handler(context -> answer(context, Kms::encrypt));
        router.post(TRANSIT + "/decrypt/:key").handler(context -> answer(context, Kms::decrypt));
        router.post(TRANSIT + "/rewrap/:key").handler(context -> answer(context, Kms::rewrap));
        router.put("/kms/keys/:key").handler(this::enable);
        faults.mount(router, "/kms/faults");
    }

    private void create(RoutingContext context) {
        checkToken(context);
        var name = context.pathParam("key");
        if (!keys.containsKey(name)) {
            changes.add(TransitKey.fresh(name));
        }
        Answers.json(context, 200, new Data(Description.of(find(context))));
    }

    private void rotate(RoutingContext context) {
        checkToken(context);
        var key = find(context);
        if (key.latest() >= VERSIONS_MOST) {
            throw ApiProblem.full();
        }
        changes.add(key.rotated());
        Answers.json(context, 200, new Data(Description.of(find(context))));
    }

    private void configure(RoutingContext context) {
        checkToken(context);
        var key = find(context);
        var input = Input.of(context);
        var least = input.count("min_decryption_version", key.latest(), key.least());
        input.check();
        changes.add(key.opensFrom(Math.max(1, least)));
        Answers.json(context, 200, new Data(Description.of(find(context))));
    }

    /** Not of Vault: {@code {"enabled":false}} stops everything that is done with a key. */
    private void enable(RoutingContext context) {
        var input = Input.of(context);
        changes.add(find(context).enabled(input.flag("enabled")));
        Answers.json(context, 200, new Data(Description.of(find(context))));
    }

    /** What is answered, late or not at all where the faults say so. */
    private void answer(RoutingContext context, BiFunction<TransitKey, Input, Object> work) {
        checkToken(context);
        faults.refuseIfAsked();
        var key = find(context);
        if (!key.enabled()) {
            throw new ApiProblem(403, "KEY_DISABLED", "This key is disabled.");
        }
        var body = context.body().buffer();
        var input =
                Input.of(body == null || body.length() == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body.getBytes());
        var done = new Data(work.apply(key, input));
        context.vertx().setTimer(faults.delayMillis(), late -> faults.answerOrHangUp(context, 200, done));
    }

    private static Object encrypt(TransitKey key, Input input) {
        var clear = bytes(input.text("plaintext", CLEAR_MOST));
        var associated = bytes(input.findText("associated_data", CLEAR_MOST).orElse(""));
        input.check();
        return new Encrypted(key.encrypt(clear, associated), key.latest());
    }

    private static Object decrypt(TransitKey key, Input input) {
        var ciphertext = input.text("ciphertext", CLEAR_MOST);
        var associated = bytes(input.findText("associated_data", CLEAR_MOST).orElse(""));
        input.check();
        return new Decrypted(Base64.getEncoder().encodeToString(key.decrypt(ciphertext, associated)));
    }

    private static Object rewrap(TransitKey key, Input input) {
        var ciphertext = input.text("ciphertext", CLEAR_MOST);
        var associated = bytes(input.findText("associated_data", CLEAR_MOST).orElse(""));
        input.check();
        return new Encrypted(key.encrypt(key.decrypt(ciphertext, associated), associated), key.latest());
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(400, "NOT_BASE64", "Texts and associated data are in base64.");
        }
    }

    private TransitKey find(RoutingContext context) {
        var key = keys.get(context.pathParam("key"));
        if (key == null) {
            throw new ApiProblem(400, "KEY_UNKNOWN", "There is no such key.");
        }
        return key;
    }

    private void checkToken(RoutingContext context) {
        var shown = context.request().getHeader("X-Vault-Token");
        if (shown == null
                || token.length == 0
                || !MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8))) {
            throw new ApiProblem(403, "TOKEN_UNKNOWN", "This token opens nothing here.");
        }
    }
}

package io.anju.testkit.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** The JSON shapes of WebAuthn Level 3 §5.1.9 and §5.1.10: binary values are base64url without padding. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON", malformed);
        }
    }

    /** The options themselves, taken out of whatever a server wraps them in. */
    static JsonNode publicKey(String optionsJson) {
        JsonNode given = parse(optionsJson);
        for (String wrapper : List.of("passkeyOptions", "publicKey")) {
            given = given.has(wrapper) ? given.get(wrapper) : given;
        }
        return given;
    }

    static JsonNode required(JsonNode parent, String name) {
        JsonNode value = parent.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("the options lack \"" + name + "\"");
        }
        return value;
    }

    static byte[] bytes(JsonNode parent, String name) {
        return Base64.getUrlDecoder().decode(required(parent, name).asText());
    }

    static void put(ObjectNode parent, String name, byte[] value) {
        parent.put(name, Base64.getUrlEncoder().withoutPadding().encodeToString(value));
    }

    static String credential(byte[] id, Consumer<ObjectNode> response) {
        ObjectNode credential = object();
        put(credential, "id", id);
        put(credential, "rawId", id);
        credential.put("type", "public-key");
        credential.put("authenticatorAttachment", "platform");
        response.accept(credential.putObject("response"));
        credential.putObject("clientExtensionResults");
        return credential.toString();
    }
}

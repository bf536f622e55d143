package io.anju.testkit.passkey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** How a device's passkeys are written down. */
final class PasskeyFile {

    private PasskeyFile() {}

    static String write(List<Passkey> passkeys) {
        ObjectNode file = Json.object();
        ArrayNode list = file.putArray("passkeys");
        for (Passkey passkey : passkeys) {
            ObjectNode item = list.addObject();
            Json.put(item, "id", passkey.id());
            item.put("rpId", passkey.rpId());
            Json.put(item, "userHandle", passkey.userHandle());
            Json.put(item, "publicKey", passkey.publicKey().getEncoded());
            Json.put(item, "privateKey", passkey.privateKey().getEncoded());
            item.put("signCount", passkey.signCount());
        }
        return file.toString();
    }

    static List<Passkey> read(String exported) {
        List<Passkey> passkeys = new ArrayList<>();
        for (JsonNode item : Json.required(Json.parse(exported), "passkeys")) {
            passkeys.add(Passkey.of(
                    Json.bytes(item, "id"),
                    Json.required(item, "rpId").asText(),
                    Json.bytes(item, "userHandle"),
                    Json.bytes(item, "publicKey"),
                    Json.bytes(item, "privateKey"),
                    Json.required(item, "signCount").asLong()));
        }
        return passkeys;
    }
}

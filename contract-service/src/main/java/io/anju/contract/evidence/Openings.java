package io.anju.contract.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.anju.contract.evidence.model.Commitment;
import io.anju.contract.evidence.model.Hash;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.event.CloudEvent;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Facts as text, their salts, and both of them encrypted. */
@Singleton
public class Openings {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final FieldCipher cipher;
    private final SecureRandom random = new SecureRandom();

    Openings(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * What a leaf commits to.
     *
     * @param salt 32 bytes
     * @param fact JSON with its members in order of their names
     */
    public record Opening(byte[] salt, String fact) {
        /** The log's entry. */
        public Hash commitment() {
            return Commitment.of(salt, fact);
        }

        /** As it is given to the customer: salt in base64, the fact word for word. */
        public String json() {
            return write(Map.of("salt", Base64.getEncoder().encodeToString(salt), "fact", fact));
        }
    }

    /** The event as a fact under a fresh salt. */
    public Opening of(CloudEvent event) {
        Map<String, Object> members = new TreeMap<>();
        members.put("id", event.id().toString());
        members.put("source", event.source());
        members.put("type", event.type());
        members.put("subject", event.subject());
        members.put("time", event.time().toString());
        members.put("data", JSON.convertValue(event.data(), Object.class));
        byte[] salt = new byte[Commitment.SALT_LENGTH];
        random.nextBytes(salt);
        return new Opening(salt, write(members));
    }

    /** What the fact says. */
    static JsonNode data(Opening opening) {
        try {
            return JSON.readTree(opening.fact()).path("data");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact could not be read");
        }
    }

    byte[] seal(UUID eventId, Opening opening) {
        return cipher.encrypt(opening.json(), context(eventId));
    }

    Opening open(UUID eventId, byte[] sealed) {
        try {
            JsonNode json = JSON.readTree(cipher.decrypt(sealed, context(eventId)));
            return new Opening(
                    Base64.getDecoder().decode(json.path("salt").asText()),
                    json.path("fact").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an opening could not be read");
        }
    }

    private static String context(UUID eventId) {
        return "evidence_opening/" + eventId;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact could not be written", e);
        }
    }
}

package io.anju.contract.evidence.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Roots, proofs and probes that others published; see the README beside the data. */
class PublishedVectorsTest {
    private static final JsonNode DATA = read();
    private static final List<Hash> LEAVES = StreamSupport.stream(
                    DATA.at("/tree/leaves_hex").spliterator(), false)
            .map(leaf -> Hash.leaf(HexFormat.of().parseHex(leaf.asText())))
            .toList();
    private static final MerkleTree TREE = new MerkleTree((level, index) -> {
        int first = (int) (index << level);
        return Tile.fold(LEAVES.subList(first, first + (1 << level)));
    });

    @Test
    void rootsOfEverySize() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertEquals(
                    DATA.at("/tree/root_by_size/" + size).asText(),
                    TREE.root(size).hex());
        }
    }

    @TestFactory
    Stream<DynamicTest> inclusionProofs() {
        return stream("/tree/inclusion")
                .map(vector -> dynamicTest(
                        vector.get("index") + " of " + vector.get("size"),
                        () -> assertEquals(
                                hashes(vector.get("proof")),
                                TREE.inclusion(
                                        vector.get("index").asLong(),
                                        vector.get("size").asLong()))));
    }

    @TestFactory
    Stream<DynamicTest> consistencyProofs() {
        return stream("/tree/consistency")
                .map(vector -> dynamicTest(
                        vector.get("size1") + " to " + vector.get("size2"),
                        () -> assertEquals(
                                hashes(vector.get("proof")),
                                TREE.consistency(
                                        vector.get("size1").asLong(),
                                        vector.get("size2").asLong()))));
    }

    @TestFactory
    Stream<DynamicTest> inclusionProbes() {
        return stream("/inclusion_probes")
                .map(probe -> dynamicTest(
                        name(probe), () -> assertEquals(probe.get("valid").asBoolean(), includes(probe))));
    }

    @TestFactory
    Stream<DynamicTest> consistencyProbes() {
        return stream("/consistency_probes")
                .map(probe -> dynamicTest(
                        name(probe),
                        () -> assertEquals(
                                probe.get("valid").asBoolean(),
                                Proofs.consistent(
                                        unsigned(probe.get("size1")),
                                        unsigned(probe.get("size2")),
                                        hashes(probe.get("proof")),
                                        hash(probe.get("root1")),
                                        hash(probe.get("root2"))))));
    }

    private static long unsigned(JsonNode number) {
        return Long.parseUnsignedLong(number.asText());
    }

    private static Stream<JsonNode> stream(String path) {
        return StreamSupport.stream(DATA.at(path).spliterator(), false);
    }

    private static String name(JsonNode probe) {
        return probe.get("file").asText();
    }

    /** Some probes have roots of another length, which only their equality matters for: another value stands for each. */
    private static Hash hash(JsonNode text) {
        byte[] bytes = bytes(text.asText());
        return bytes.length == Hash.LENGTH ? Hash.of(bytes) : Hash.sha256(bytes);
    }

    /** A leaf or root of another length is none, and cannot even be asked about. */
    private static boolean includes(JsonNode probe) {
        return bytes(probe.get("leaf_hash").asText()).length == Hash.LENGTH
                && bytes(probe.get("root").asText()).length == Hash.LENGTH
                && Proofs.includes(
                        hash(probe.get("leaf_hash")),
                        unsigned(probe.get("index")),
                        unsigned(probe.get("size")),
                        hashes(probe.get("proof")),
                        hash(probe.get("root")));
    }

    private static List<Hash> hashes(JsonNode texts) {
        List<Hash> hashes = new ArrayList<>();
        texts.forEach(text -> hashes.add(hash(text)));
        return hashes;
    }

    private static byte[] bytes(String text) {
        return text.matches("([0-9a-f]{2})*")
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text);
    }

    private static JsonNode read() {
        try (InputStream in = PublishedVectorsTest.class.getResourceAsStream("/merkle/published.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.anju.contract.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.contract.evidence.Evidence;
import io.anju.contract.evidence.Evidence.ProvenFact;
import io.anju.contract.proof.model.BundleText;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Signature;
import io.anju.contract.signing.Contracts.Variant;
import io.anju.contract.signing.Signing;
import io.anju.contract.signing.model.ClauseReading;
import io.anju.contract.signing.model.Contract;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One file with everything that shows what was agreed: for its owner alone, since it opens the log's commitments. */
@ApplicationScoped
@RegisterForReflection(targets = ClauseReading.class)
public class ProofBundles {
    private final Signing signing;
    private final Contracts contracts;
    private final Evidence evidence;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Vertx vertx;

    ProofBundles(
            Signing signing,
            Contracts contracts,
            Evidence evidence,
            Transactions transactions,
            ObjectMapper json,
            Vertx vertx) {
        this.signing = signing;
        this.contracts = contracts;
        this.evidence = evidence;
        this.transactions = transactions;
        this.json = json;
        this.vertx = vertx;
    }

    private record Parts(
            Contract contract,
            Optional<byte[]> original,
            Optional<byte[]> sealedFile,
            Optional<Signature> signature,
            Optional<String> assertion,
            List<ClauseReading> readings) {}

    /** The bundle of one of the customer's own contracts, as a ZIP file. */
    public Uni<byte[]> bundle(UUID customerId, UUID id) {
        return transactions
                .run(tx -> signing.own(tx, customerId, id).flatMap(kept -> parts(tx, kept.contract())))
                .flatMap(parts -> evidence.listProven(id)
                        .flatMap(facts -> evidence.verifierKey()
                                .flatMap(key -> vertx.executeBlocking(() -> zip(files(parts, facts, key))))));
    }

    private Uni<Parts> parts(Tx tx, Contract contract) {
        UUID id = contract.facts().id();
        return contracts
                .findFile(tx, id, Variant.ORIGINAL)
                .flatMap(original -> contracts
                        .findFile(tx, id, Variant.SEALED)
                        .flatMap(sealedFile -> contracts
                                .findSignature(tx, id)
                                .flatMap(signature -> contracts
                                        .findSignatureEvidence(tx, id)
                                        .flatMap(assertion -> contracts
                                                .listReadings(tx, id)
                                                .map(readings -> new Parts(
                                                        contract,
                                                        original,
                                                        sealedFile,
                                                        signature,
                                                        assertion,
                                                        readings))))));
    }

    private Map<String, byte[]> files(Parts parts, List<ProvenFact> facts, String key) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("README.txt", utf8(BundleText.of(parts.contract(), facts.size())));
        parts.original().ifPresent(pdf -> files.put("signed.pdf", pdf));
        parts.sealedFile().ifPresent(pdf -> files.put("contract.pdf", pdf));
        parts.signature()
                .ifPresent(signature ->
                        files.put("signature/verification-token.jwt", utf8(signature.verificationToken())));
        parts.assertion().ifPresent(assertion -> files.put("signature/passkey-assertion.json", utf8(assertion)));
        files.put("clauses.json", write(parts.readings()));
        files.put("log/key.txt", utf8(key + "\n"));
        for (ProvenFact fact : facts) {
            String name = "log/%06d-%s".formatted(fact.proof().index(), fact.type());
            files.put(name + ".opening.json", utf8(fact.opening().json()));
            files.put(name + ".tlog-proof", utf8(fact.proof().text()));
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // The same bundle is the same bytes, whenever it is asked for.
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private byte[] write(Object value) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a bundle's part could not be written", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

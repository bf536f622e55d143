package io.anju.identity.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.anju.identity.datakey.DataKey;
import io.anju.identity.datakey.DataKeys;
import io.anju.identity.datakey.model.KeyKind;
import io.anju.identity.export.model.Export;
import io.anju.identity.export.model.ExportRefusal;
import io.anju.identity.export.model.Part;
import io.anju.identity.party.Customers;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asking for a copy, and fetching it. */
@ApplicationScoped
public class Exports {

    /**
     * A copy in clear.
     *
     * @param cutAt how many entries there are, the newest, of a part that has more
     */
    public record Copy(Export.Ready export, Map<Part, JsonNode> parts, Map<Part, Integer> cutAt) {

        @Override
        public String toString() {
            return "Copy";
        }
    }

    private final ExportStore store;
    private final Customers customers;
    private final DataKeys dataKeys;
    private final ObjectMapper json;
    private final Ids ids;
    private final BusinessClock clock;

    Exports(
            ExportStore store,
            Customers customers,
            DataKeys dataKeys,
            ObjectMapper json,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.customers = customers;
        this.dataKeys = dataKeys;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins one; while one is under way, it is that one. */
    public Uni<Export.Gathering> open(Tx tx, UUID customerId, String language) {
        // An erasure that is under way comes first: it must not leave this one behind.
        return customers
                .lock(tx, customerId)
                .flatMap(locked -> store.open(tx, new Export.Opening(ids.next(), customerId, language, clock.now())));
    }

    public Uni<Optional<Export>> find(Tx tx, UUID customerId, UUID id) {
        return store.find(tx, customerId, id);
    }

    public Uni<List<Export>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit) {
        return store.list(tx, customerId, before, limit);
    }

    /** The content, while it can be fetched. */
    public Uni<Result<Copy, ExportRefusal>> fetch(Tx tx, UUID customerId, UUID id) {
        return store.find(tx, customerId, id).flatMap(found -> {
            if (found.isEmpty()) {
                return refused(new ExportRefusal.NotFound());
            }
            return switch (found.get().fetch(clock.now())) {
                case Result.Refused<Export.Ready, ExportRefusal>(var refusal) -> refused(refusal);
                case Result.Ok<Export.Ready, ExportRefusal>(var ready) -> open(tx, ready);
            };
        });
    }

    private Uni<Result<Copy, ExportRefusal>> open(Tx tx, Export.Ready ready) {
        return dataKeys.find(tx, ready.opening().customerId(), KeyKind.CONTACT)
                .flatMap(key -> key.isEmpty()
                        ? refused(new ExportRefusal.NotFound())
                        : store.parts(tx, ready.opening().id())
                                .map(parts -> Result.ok(copy(ready, open(ready, parts, key.get())))));
    }

    private Map<Part, JsonNode> open(Export.Ready ready, Map<Part, byte[]> sealed, DataKey key) {
        var parts = new EnumMap<Part, JsonNode>(Part.class);
        sealed.forEach((part, content) -> parts.put(part, read(key.openText(content, context(ready, part)))));
        return parts;
    }

    private static Copy copy(Export.Ready ready, Map<Part, JsonNode> parts) {
        var cutAt = new EnumMap<Part, Integer>(Part.class);
        parts.forEach((part, entries) -> {
            if (entries instanceof ArrayNode array && array.size() > Part.ENTRIES_MAX) {
                array.remove(Part.ENTRIES_MAX);
                cutAt.put(part, Part.ENTRIES_MAX);
            }
        });
        return new Copy(ready, parts, cutAt);
    }

    /** What the content of a part is sealed for. */
    static String context(Export export, Part part) {
        return "export." + export.opening().id() + "." + part;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part of an export cannot be read", e);
        }
    }

    private static <T> Uni<Result<T, ExportRefusal>> refused(ExportRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}

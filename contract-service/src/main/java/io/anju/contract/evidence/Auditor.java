package io.anju.contract.evidence;

import io.anju.contract.evidence.Audits.Audit;
import io.anju.contract.evidence.EvidenceLog.Head;
import io.anju.contract.evidence.EvidenceLog.Leaf;
import io.anju.contract.evidence.EvidenceLog.SealedOpening;
import io.anju.contract.evidence.Openings.Opening;
import io.anju.contract.evidence.model.AuditRules;
import io.anju.contract.evidence.model.Checkpoint;
import io.anju.contract.evidence.model.Hash;
import io.anju.contract.evidence.model.MerkleTree;
import io.anju.contract.evidence.model.SignedNote;
import io.anju.contract.evidence.model.Tile;
import io.anju.contract.evidence.model.Tiles;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The log looks at itself: entries against tiles, tiles against the tiles above, the root against the signed head, what is opened against its commitment and against what is held today. */
@ApplicationScoped
public class Auditor {
    private static final Logger LOG = Logger.getLogger(Auditor.class);

    private final EvidenceLog log;
    private final LogKeys keys;
    private final Openings openings;
    private final Audits audits;
    private final EvidenceConfig config;
    private final Ids ids;
    private final BusinessClock clock;
    private final MeterRegistry metrics;
    private final Map<String, FactCheck> checks;

    Auditor(
            EvidenceLog log,
            LogKeys keys,
            Openings openings,
            Audits audits,
            EvidenceConfig config,
            Ids ids,
            BusinessClock clock,
            MeterRegistry metrics,
            @All List<FactCheck> checks) {
        this.log = log;
        this.keys = keys;
        this.openings = openings;
        this.audits = audits;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
        this.metrics = metrics;
        this.checks = checks.stream().collect(Collectors.toMap(FactCheck::type, check -> check));
    }

    /** Looks at the next stretch of leaves and at the head; keeps nothing. */
    public Uni<Audit> look() {
        return Uni.combine()
                .all()
                .unis(log.findHead(), audits.list(Optional.empty(), 1))
                .asTuple()
                .flatMap(found -> found.getItem1().isEmpty()
                        ? Uni.createFrom().item(new Audit(ids.next(), 0, 0, 0, List.of(), clock.now()))
                        : look(found.getItem1().get(), next(found.getItem2())));
    }

    private static long next(List<Audit> before) {
        return before.isEmpty() || before.getFirst().to() >= before.getFirst().size()
                ? 0
                : before.getFirst().to();
    }

    private Uni<Audit> look(Head head, long from) {
        long start = from < head.size() ? from - from % Tile.WIDTH : 0;
        long to = Math.min(head.size(), start + (long) config.auditTiles() * Tile.WIDTH);
        List<Long> stretches = new ArrayList<>();
        for (long first = start; first < to; first += Tile.WIDTH) {
            stretches.add(first);
        }
        return Multi.createFrom()
                .iterable(stretches)
                .onItem()
                .transformToUniAndConcatenate(first -> stretch(first, head.size()))
                .collect()
                .asList()
                .flatMap(found -> head(head).map(atHead -> {
                    List<String> findings = new ArrayList<>(atHead);
                    found.forEach(findings::addAll);
                    return new Audit(ids.next(), head.size(), start, to, findings, clock.now());
                }));
    }

    /** Keeps what was found, and raises the alarm over it. */
    public Uni<Void> conclude(Tx tx, Audit audit) {
        if (!audit.sound()) {
            metrics.counter("anju_evidence_audit_findings")
                    .increment(audit.findings().size());
            LOG.errorf("THE EVIDENCE LOG WAS CHANGED BEHIND OUR BACK: %s", audit.findings());
        }
        return audit.size() == 0 ? Uni.createFrom().voidItem() : audits.add(tx, audit);
    }

    private Uni<List<String>> head(Head head) {
        Set<Tile.Id> needed = Tiles.needed(tree -> tree.root(head.size()));
        return keys.get(config.origin())
                .flatMap(key -> log.listTiles(needed).map(tiles -> {
                    if (tiles.size() < needed.size()) {
                        return List.of("TILE_MISSING at the edge of " + head.size());
                    }
                    SignedNote note = SignedNote.parse(head.note());
                    return AuditRules.head(
                            new MerkleTree(new Tiles(tiles)).root(head.size()),
                            new Checkpoint(config.origin(), head.size(), head.root()),
                            note,
                            key.verifier());
                }));
    }

    /** 256 leaves, their tile, the tiles above it, and what the leaves commit to. */
    private Uni<List<String>> stretch(long first, long size) {
        return log.listLeaves(first, Math.min(size, first + Tile.WIDTH))
                .flatMap(leaves -> log.listTiles(spine(first, size))
                        .map(tiles -> tiles(first, size, leaves, tiles))
                        .flatMap(ofTiles -> log.listOpenings(
                                        leaves.stream().map(Leaf::eventId).toList())
                                .flatMap(opened -> facts(leaves, opened))
                                .map(ofFacts -> Stream.concat(ofTiles.stream(), ofFacts.stream())
                                        .toList())));
    }

    /** The tile of these leaves and, where it is full, the one above it, and so on upwards. */
    private static Set<Tile.Id> spine(long first, long size) {
        Set<Tile.Id> spine = new LinkedHashSet<>();
        long index = first >> Tile.HEIGHT;
        long hashes = size;
        int level = 0;
        spine.add(new Tile.Id(0, index));
        while (hashes >> Tile.HEIGHT > index) {
            hashes >>= Tile.HEIGHT;
            index >>= Tile.HEIGHT;
            level++;
            spine.add(new Tile.Id(level, index));
        }
        return spine;
    }

    private static List<String> tiles(long first, long size, List<Leaf> leaves, List<Tile> tiles) {
        Map<Tile.Id, Tile> byId = tiles.stream().collect(Collectors.toMap(Tile::id, tile -> tile));
        Tile below = null;
        List<String> findings = new ArrayList<>();
        for (Tile.Id id : spine(first, size)) {
            Tile tile = byId.get(id);
            if (tile == null) {
                findings.add("TILE_MISSING " + id.level() + "/" + id.index());
                return findings;
            }
            if (below == null) {
                Map<Long, Hash> entries = new HashMap<>();
                leaves.forEach(leaf -> entries.put(leaf.index(), leaf.commitment()));
                findings.addAll(AuditRules.leaves(tile, first, size, entries));
            } else {
                findings.addAll(AuditRules.above(below, tile));
            }
            below = tile;
        }
        return findings;
    }

    /** What is opened against its commitment, and what it says against what is held. */
    private Uni<List<String>> facts(List<Leaf> leaves, List<SealedOpening> opened) {
        Map<UUID, Leaf> byEvent = leaves.stream().collect(Collectors.toMap(Leaf::eventId, leaf -> leaf));
        return Multi.createFrom()
                .iterable(opened)
                .onItem()
                .transformToUniAndConcatenate(one -> fact(one, byEvent.get(one.eventId())))
                .collect()
                .in(ArrayList<String>::new, (findings, found) -> found.ifPresent(findings::add))
                .map(findings -> findings);
    }

    private Uni<Optional<String>> fact(SealedOpening sealed, @Nullable Leaf leaf) {
        Optional<Opening> opening = open(sealed);
        if (leaf == null || opening.isEmpty() || !opening.get().commitment().equals(leaf.commitment())) {
            return Uni.createFrom().item(Optional.of("FACT_CHANGED " + sealed.eventId()));
        }
        FactCheck check = checks.get(sealed.type());
        return check == null
                ? Uni.createFrom().item(Optional.empty())
                : check.contradiction(Openings.data(opening.get()));
    }

    private Optional<Opening> open(SealedOpening sealed) {
        try {
            return Optional.of(openings.open(sealed.eventId(), sealed.opening()));
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package io.anju.bench.identity;

import io.anju.bench.kit.Server;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.UUID;

/** Runs the parts: {@code risk}, {@code tokens}, {@code passkey}, or all of them. */
public final class IdentityBench {

    static final int SECONDS = setting("SECS", 5);
    static final int ROUNDS = setting("ROUNDS", 5);
    /** Rounds that do not count: everything starts cold. */
    static final int WARM_UP = setting("WARM_UP", 3);

    private static final Set<String> PARTS = Set.of("risk", "tokens", "passkey", "all");
    private static final int CUSTOMERS = setting("CUSTOMERS", 2_000);

    private IdentityBench() {}

    /** @param args the part; all of them if there is none */
    public static void main(String[] args) throws Exception {
        String part = args.length == 0 ? "all" : args[0];
        if (!PARTS.contains(part)) {
            throw new IllegalArgumentException("no part " + part);
        }
        try (Server server = Server.start("bench_identity")) {
            if (part.equals("risk") || part.equals("all")) {
                Decisions.populate(server);
            }
            try (Identity identity = Identity.start(server)) {
                run(part, server, identity);
            }
        }
        System.exit(0);
    }

    private static void run(String part, Server server, Identity identity) throws Exception {
        boolean all = part.equals("all");
        if (all || part.equals("tokens")) {
            Tokens.compare(server, identity);
        }
        if (all || part.equals("passkey")) {
            SignIns.compare(server, identity, Phones.enrol(server, identity.cipher(), CUSTOMERS));
        }
        if (all || part.equals("risk")) {
            Decisions.compare(server, identity);
        }
    }

    static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** What PostgreSQL makes of {@code md5(text)::uuid}. */
    static UUID md5(String text) {
        try {
            var bytes = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

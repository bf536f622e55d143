package io.anju.testkit.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The few CBOR (RFC 8949) items that WebAuthn needs; canonical when the map given is in canonical order. */
public final class Cbor {

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int FALSE = 0xf4;

    private Cbor() {}

    /** Encodes a map with {@code Long} or {@code String} keys, in its own order. */
    public static byte[] encode(Map<?, ?> map) {
        var out = new ByteArrayOutputStream();
        write(out, map);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Object item) {
        switch (item) {
            case Long n when n >= 0 -> head(out, UNSIGNED, n);
            case Long n -> head(out, NEGATIVE, -1 - n);
            case byte[] bytes -> {
                head(out, BYTES, bytes.length);
                out.writeBytes(bytes);
            }
            case String text -> {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                head(out, TEXT, utf8.length);
                out.writeBytes(utf8);
            }
            case Boolean truth -> out.write(truth ? FALSE + 1 : FALSE);
            case List<?> items -> {
                head(out, ARRAY, items.size());
                items.forEach(each -> write(out, each));
            }
            case Map<?, ?> map -> {
                head(out, MAP, map.size());
                map.forEach((key, value) -> {
                    write(out, key);
                    write(out, value);
                });
            }
            default -> throw new IllegalArgumentException("no CBOR form for " + item.getClass());
        }
    }

    // rfc8949 3.1| "the additional information 24, 25 … the argument's value is held in the following 1, 2 … bytes"
    private static void head(ByteArrayOutputStream out, int majorType, long argument) {
        int type = majorType << 5;
        if (argument < 24) {
            out.write(type | (int) argument);
        } else if (argument < 0x100) {
            out.write(type | 24);
            out.write((int) argument);
        } else if (argument < 0x10000) {
            out.write(type | 25);
            out.write((int) (argument >> 8));
            out.write((int) argument);
        } else {
            throw new IllegalArgumentException("longer than any WebAuthn item: " + argument);
        }
    }
}

package io.anju.identity.passkey.webauthn;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CBOR that has one spelling only: the CTAP2 canonical form, with each key once. webauthn4j reads by Jackson, which
 * takes any CBOR; what two readers understand differently is no evidence.
 *
 * <p>Source: WebAuthn Level 3 §6.5 "All decoders of the above conceptual layers SHOULD reject CBOR that is not validly
 * encoded in the CTAP2 canonical CBOR encoding form and SHOULD reject messages with duplicate map keys"; CTAP 2.1 §8.
 */
final class StrictCbor {

    // ctap| "The nesting depth of CBOR structures … MUST be at most four (4) levels"
    private static final int DEEPEST = 4;
    // Several times what the longest certificate chain has; no item here is a number of things to wait for.
    private static final int MOST_ITEMS = 1000;

    /** The bytes are no canonical CBOR. */
    static final class NotCanonical extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotCanonical(String what) {
            super(what);
        }
    }

    private final ByteBuffer in;

    private StrictCbor(ByteBuffer in) {
        this.in = in;
    }

    /** The one map that the bytes are. */
    static Map<Object, @Nullable Object> readMap(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var map = nextMap(in);
        if (in.hasRemaining()) {
            throw new NotCanonical("something follows");
        }
        return map;
    }

    /** The map that comes next; what follows it stays unread. */
    static Map<Object, @Nullable Object> nextMap(ByteBuffer in) {
        if (new StrictCbor(in).item(0) instanceof Map<?, ?> read) {
            var map = new LinkedHashMap<Object, @Nullable Object>();
            read.forEach(map::put);
            return map;
        }
        throw new NotCanonical("no map");
    }

    private @Nullable Object item(int depth) {
        int head = Byte.toUnsignedInt(next());
        int majorType = head >> 5;
        return majorType == 7 ? simple(head) : item(majorType, argument(head & 0x1f), depth);
    }

    private Object item(int majorType, long argument, int depth) {
        return switch (majorType) {
            case 0 -> argument;
            case 1 -> -1 - argument;
            case 2 -> bytes(argument);
            case 3 -> text(bytes(argument));
            case 4 -> array(argument, depth + 1);
            case 5 -> map(argument, depth + 1);
            default -> throw new NotCanonical("a tag");
        };
    }

    // ctap| "Integers must be encoded as small as possible … The representations of any floating-point values are not
    // changed … Indefinite-length items must be made into definite-length items. … Tags … MUST NOT be present"
    private static @Nullable Object simple(int head) {
        return switch (head) {
            case 0xf4 -> false;
            case 0xf5 -> true;
            case 0xf6 -> null;
            default -> throw new NotCanonical("a float, an undefined or a break");
        };
    }

    private long argument(int information) {
        if (information < 24) {
            return information;
        }
        return switch (information) {
            case 24 -> atLeast(24, Byte.toUnsignedLong(next()));
            case 25 -> atLeast(0x100, number(2));
            case 26 -> atLeast(0x1_0000, number(4));
            case 27 -> atLeast(0x1_0000_0000L, number(8));
            default -> throw new NotCanonical("an indefinite length");
        };
    }

    private long number(int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | Byte.toUnsignedLong(next());
        }
        return number;
    }

    // Also refuses what does not fit a long: such a number comes out negative.
    private static long atLeast(long least, long number) {
        if (number < least) {
            throw new NotCanonical("longer than needed");
        }
        return number;
    }

    private byte next() {
        if (!in.hasRemaining()) {
            throw new NotCanonical("cut off");
        }
        return in.get();
    }

    private byte[] bytes(long length) {
        if (length > in.remaining()) {
            throw new NotCanonical("cut off");
        }
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new NotCanonical("text that is no UTF-8");
        }
    }

    private List<@Nullable Object> array(long size, int depth) {
        bound(size, depth);
        var items = new ArrayList<@Nullable Object>();
        for (long i = 0; i < size; i++) {
            items.add(item(depth));
        }
        return items;
    }

    private Map<Object, @Nullable Object> map(long size, int depth) {
        bound(size, depth);
        var map = new LinkedHashMap<Object, @Nullable Object>();
        byte[] before = {};
        for (long i = 0; i < size; i++) {
            int from = in.position();
            Object key = item(depth);
            byte[] written = Arrays.copyOfRange(in.array(), from, in.position());
            if (key == null || i > 0 && !comesAfter(written, before)) {
                throw new NotCanonical("keys twice or out of order");
            }
            before = written;
            map.put(key, item(depth));
        }
        return map;
    }

    // ctap| "If the major types are different, the one with the lower value in numerical order sorts earlier. If
    // ctap| two keys have different lengths, the shorter one sorts earlier; if two keys have the same length, the
    // ctap| one with the lower value in (byte-wise) lexical order sorts earlier."
    private static boolean comesAfter(byte[] key, byte[] before) {
        int type = Integer.compare((key[0] & 0xe0), (before[0] & 0xe0));
        int length = Integer.compare(key.length, before.length);
        int order = type != 0 ? type : length != 0 ? length : Arrays.compareUnsigned(key, before);
        return order > 0;
    }

    private static void bound(long size, int depth) {
        if (depth > DEEPEST || size > MOST_ITEMS) {
            throw new NotCanonical("too deep or too long");
        }
    }
}

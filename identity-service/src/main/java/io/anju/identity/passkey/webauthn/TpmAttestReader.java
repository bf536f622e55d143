package io.anju.identity.passkey.webauthn;

import com.webauthn4j.data.attestation.statement.TPMGenerated;
import com.webauthn4j.data.attestation.statement.TPMIAlgHash;
import com.webauthn4j.data.attestation.statement.TPMISTAttest;
import com.webauthn4j.data.attestation.statement.TPMSAttest;
import com.webauthn4j.data.attestation.statement.TPMSCertifyInfo;
import com.webauthn4j.data.attestation.statement.TPMSClockInfo;
import com.webauthn4j.data.attestation.statement.TPMTHA;
import com.webauthn4j.util.UnsignedNumberUtil;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads {@code certInfo} of a TPM attestation in the place of webauthn4j's own reader (0.31.2), which takes an empty
 * qualified name for a cut-off one, and keeps the bytes as they came: the signature is over them, and not over what a
 * reader understood.
 *
 * <p>Source: TPM 2.0 Library Part 2, §10.12.12 TPMS_ATTEST, §10.5.3 TPM2B_NAME ("size: size of the Name structure", which
 * may be zero), §10.11.1 TPMS_CLOCK_INFO.
 */
final class TpmAttestReader extends StdDeserializer<TPMSAttest> {

    private static final int MAGIC = 4;
    private static final int TYPE = 2;

    private TpmAttestReader() {
        super(TPMSAttest.class);
    }

    static SimpleModule module() {
        return new SimpleModule("tpms-attest").addDeserializer(TPMSAttest.class, new TpmAttestReader());
    }

    /** A TPMS_ATTEST with the bytes that were signed. */
    private static final class Received extends TPMSAttest {
        private final byte[] bytes;

        Received(
                TPMGenerated magic,
                TPMISTAttest type,
                byte[] signer,
                byte[] extraData,
                TPMSClockInfo clock,
                BigInteger firmware,
                TPMSCertifyInfo attested,
                byte[] bytes) {
            super(magic, type, signer, extraData, clock, firmware, attested);
            this.bytes = bytes;
        }

        @Override
        public byte[] getBytes() {
            return bytes.clone();
        }
    }

    @Override
    public TPMSAttest deserialize(JsonParser parser, DeserializationContext context) {
        byte[] bytes = parser.getBinaryValue();
        var in = ByteBuffer.wrap(bytes);
        var magic = TPMGenerated.create(take(in, MAGIC));
        var type = TPMISTAttest.create(take(in, TYPE));
        byte[] signer = sized(in);
        byte[] extraData = sized(in);
        var clock = clock(in);
        var firmware = UnsignedNumberUtil.getUnsignedLong(in);
        var attested = new TPMSCertifyInfo(name(sized(in)), name(sized(in)));
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("something follows certInfo");
        }
        return new Received(magic, type, signer, extraData, clock, firmware, attested, bytes);
    }

    private static TPMSClockInfo clock(ByteBuffer in) {
        return new TPMSClockInfo(
                UnsignedNumberUtil.getUnsignedLong(in),
                UnsignedNumberUtil.getUnsignedInt(in),
                UnsignedNumberUtil.getUnsignedInt(in),
                in.get() != 0);
    }

    private static TPMTHA name(byte[] name) {
        if (name.length == 0) {
            return new TPMTHA(TPMIAlgHash.TPM_ALG_NULL, name);
        }
        var in = ByteBuffer.wrap(name);
        return new TPMTHA(TPMIAlgHash.create(UnsignedNumberUtil.getUnsignedShort(in)), take(in, in.remaining()));
    }

    private static byte[] sized(ByteBuffer in) {
        return take(in, UnsignedNumberUtil.getUnsignedShort(in));
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}

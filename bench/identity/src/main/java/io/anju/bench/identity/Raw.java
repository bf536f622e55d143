package io.anju.bench.identity;

import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bare computing on one thread, by that thread's CPU time. */
final class Raw {

    private static final String ES256 = "SHA256withECDSA";
    private static final int ROUNDS = 9;
    private static final long SLICE = 300_000_000;

    /** What is computed. */
    interface Work {
        void run() throws Exception;
    }

    private Raw() {}

    /** Microseconds of CPU of one run: the median of some slices, after as many that do not count. */
    static double micros(Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        double[] slices = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            long spent;
            int runs = 0;
            do {
                work.run();
                runs++;
                spent = threads.getCurrentThreadCpuTime() - start;
            } while (spent < SLICE);
            slices[Math.max(0, round)] = spent / 1000.0 / runs;
        }
        Arrays.sort(slices);
        return slices[ROUNDS / 2];
    }

    /** Who makes and verifies signatures: the JDK, and the native code that the service prefers. */
    static Map<String, Provider> providers() throws ReflectiveOperationException {
        var providers = new LinkedHashMap<String, Provider>();
        providers.put("JDK", Security.getProvider("SunEC"));
        providers.put("native", (Provider)
                Class.forName("org.conscrypt.OpenSSLProvider").getConstructor().newInstance());
        return providers;
    }

    static byte[] sign(Provider provider, PrivateKey key, byte[] message) throws GeneralSecurityException {
        var signature = Signature.getInstance(ES256, provider);
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    static void verify(Provider provider, PublicKey key, byte[] message, byte[] signed)
            throws GeneralSecurityException {
        var signature = Signature.getInstance(ES256, provider);
        signature.initVerify(key);
        signature.update(message);
        if (!signature.verify(signed)) {
            throw new IllegalStateException("a right signature was refused");
        }
    }
}

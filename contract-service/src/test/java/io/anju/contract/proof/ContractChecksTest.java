package io.anju.contract.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.contract.ContractTestBase;
import io.anju.contract.proof.model.CheckFinding;
import io.anju.kit.problem.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractChecksTest extends ContractTestBase {
    private static final byte[] HARMLESS = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    @Inject
    ContractChecks checks;

    @Inject
    CheckConfig config;

    @Inject
    Vertx vertx;

    @Test
    void aFileThatNobodyWaitsForAnyMoreTakesItsPlaceUntilItWasLookedInto() {
        var busy = new CountDownLatch(1);
        var workers = vertx.createSharedWorkerExecutor("contract-checks", config.threads());
        for (int i = 0; i < config.threads(); i++) {
            workers.executeBlockingAndForget(
                    () -> {
                        busy.await();
                        return true;
                    },
                    false);
        }
        try {
            for (int i = 0; i < config.atOnce(); i++) {
                checks.check(HARMLESS).subscribe().with(found -> {}).cancel();
            }

            ProblemException refused = assertThrows(
                    ProblemException.class, () -> checks.check(HARMLESS).await().atMost(Duration.ofSeconds(20)));
            assertEquals("TOO_MANY_CHECKS", refused.problem().code());
        } finally {
            busy.countDown();
            workers.closeAndAwait();
        }
        Awaitility.await().ignoreException(ProblemException.class).until(() -> finding() == CheckFinding.NOT_SIGNED);
    }

    private CheckFinding finding() throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> checks.check(HARMLESS))
                    .finding();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.anju.e2e.journey;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** A journey ends where a step fails: the steps after it fail at once and say why, instead of each failing in its own way. */
final class StepByStep implements TestWatcher, BeforeEachCallback {

    private String failed = "";

    @Override
    public void testFailed(ExtensionContext step, Throwable cause) {
        if (failed.isEmpty()) {
            failed = step.getDisplayName();
        }
    }

    @Override
    public void beforeEach(ExtensionContext step) {
        if (!failed.isEmpty()) {
            throw new AssertionError("not reached: " + failed + " failed");
        }
    }
}

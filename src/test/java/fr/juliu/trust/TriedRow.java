package fr.juliu.trust;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Counts how the tests of a class went, and adds the row. */
final class TriedRow implements TestWatcher, AfterAllCallback {

    private int held;
    private int failed;

    @Override
    public void testSuccessful(ExtensionContext context) {
        held++;
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        failed++;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Tried tried = context.getRequiredTestClass().getAnnotation(Tried.class);
        if (tried != null && Trust.isRun()) {
            Trust.row(tried.part(), tried.value() + " (" + context.getRequiredTestClass().getSimpleName() + ")",
                    held + " cases held, " + failed + " failed", "none fails", failed == 0 && held > 0);
        }
    }
}

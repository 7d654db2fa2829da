package cn.yiqilai.studio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Where long work is done. A virtual thread that only computes keeps one of the few threads that answer enterprises; a thread of
 * its own shares the cores with them.
 */
final class Aside {
    private Aside() {}

    /** Waits for the work, which runs on a thread of its own. What it throws is thrown here. */
    static <T> T run(String name, Supplier<T> work) {
        var done = new CompletableFuture<T>();
        start(name, () -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Does not wait. */
    static void start(String name, Runnable work) {
        Thread.ofPlatform().name(name).daemon().start(work);
    }
}

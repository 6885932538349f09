package io.jianmi.form.print;

import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.CallerContext;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Renders documents on threads of its own, a few at a time: each takes a processor for a second and some memory. Idle it has neither
 * threads nor a font.
 */
@Singleton
final class PrintShop {

    /** Documents that wait; who comes later is told to come back. */
    private static final int WAITING = 16;

    /** Characters of a document: some fifty records of two pages, or one of a hundred. */
    static final int MOST_CHARACTERS = 3_000_000;

    private static final long IDLE_SECONDS = 30;

    private final Optional<String> setting;
    private final AtomicReference<PaperFont> font = new AtomicReference<>();
    private final ThreadPoolExecutor presses;

    /** @param setting path of the font to use; by default one that distributions ship is looked for */
    PrintShop(@ConfigProperty(name = "jianmi.print.font") Optional<String> setting) {
        this.setting = setting.filter(path -> !path.isBlank());
        int parallel = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.presses = new ThreadPoolExecutor(
                parallel, parallel, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "print");
                    thread.setDaemon(true);
                    return thread;
                });
        presses.allowCoreThreadTimeOut(true);
    }

    /**
     * The PDF of a document; comes back to the event loop of the caller.
     *
     * @param document makes it, for the font that there is
     * @throws ProblemException (in the result) {@link PrintProblem#FONT_MISSING}, {@link PrintProblem#BUSY},
     *     {@link PrintProblem#TOO_LARGE}
     */
    Uni<byte[]> print(Function<PaperFont, String> document) {
        return CallerContext.back(Uni.createFrom()
                .item(() -> render(document))
                .runSubscriptionOn(presses)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> ProblemException.of(PrintProblem.BUSY)));
    }

    private byte[] render(Function<PaperFont, String> document) {
        PaperFont found = font();
        String text = document.apply(found);
        if (text.length() > MOST_CHARACTERS) {
            throw ProblemException.of(PrintProblem.TOO_LARGE);
        }
        return PdfRenderer.pdf(text, found);
    }

    /** Looked for when it is first needed, and again until there is one. */
    private PaperFont font() {
        PaperFont known = font.get();
        if (known == null) {
            known = PaperFont.find(setting);
            font.set(known);
        }
        return known;
    }

    void stop(@Observes ShutdownEvent event) {
        presses.shutdown();
    }
}

package io.jianmi.core.file;

import io.jianmi.core.crypto.FileKey;
import io.jianmi.core.crypto.FileSealing;
import io.jianmi.core.crypto.Sha256;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One file while it arrives: looked at, sealed and stored as it comes, so that neither disk nor memory ever holds all of it
 * in clear; only a picture is held whole, to take out what it tells. Everything happens on the request's event loop.
 */
final class Reception {

    /** Pictures are held in memory for a moment, so they are limited more than other files. */
    static final int LARGEST_PICTURE = 24 << 20;

    private final TenantKey tenant;
    private final UUID id;
    private final FileKey key;
    private final ObjectStore objects;
    private final long limit;
    private final FileSealing sealing;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final CompletableFuture<FileFacts> done = new CompletableFuture<>();
    private final MessageDigest digest = Sha256.digest();
    private CompletableFuture<Void> storing = CompletableFuture.completedFuture(null);
    private @Nullable HttpServerFileUpload part;
    private String name = "";
    private @Nullable String type;
    private long arrived;
    private int place;

    Reception(TenantKey tenant, UUID id, FileKey key, ObjectStore objects, long limit) {
        this.tenant = tenant;
        this.id = id;
        this.key = key;
        this.objects = objects;
        this.limit = limit;
        this.sealing = key.sealing(tenant, id);
    }

    /** What was received and stored. Whatever fails leaves nothing behind. */
    Uni<FileFacts> receive(HttpServerRequest request) {
        request.setExpectMultipart(true);
        request.exceptionHandler(done::completeExceptionally);
        request.uploadHandler(this::begin);
        request.endHandler(nothing -> ended());
        request.resume();
        return Uni.createFrom()
                .completionStage(done)
                .onFailure()
                .call(() -> Uni.createFrom()
                        .completionStage(storing.exceptionally(failure -> null))
                        .chain(() -> objects.delete(tenant, List.of(id))));
    }

    /** SHA-256 of what has arrived, to be asked for once. */
    byte[] digest() {
        return digest.digest();
    }

    FileKey key() {
        return key;
    }

    private void begin(HttpServerFileUpload upload) {
        if (part != null) {
            fail(FileProblem.ONE_EXPECTED);
            upload.handler(ignored -> {});
            return;
        }
        part = upload;
        upload.exceptionHandler(done::completeExceptionally);
        upload.handler(buffer -> guarded(() -> arrive(buffer.getBytes())));
        upload.endHandler(nothing -> guarded(this::complete));
        guarded(() -> name = FileName.of(upload.filename()));
    }

    private void guarded(Runnable step) {
        if (!done.isDone()) {
            try {
                step.run();
            } catch (RuntimeException failure) {
                done.completeExceptionally(failure);
            }
        }
    }

    private void arrive(byte[] bytes) {
        arrived += bytes.length;
        digest.update(bytes);
        if (arrived > limit) {
            throw ProblemException.of(FileProblem.TOO_LARGE);
        }
        if (type == null) {
            held.writeBytes(bytes);
            if (held.size() >= ContentKind.LOOK) {
                recognise();
            }
        } else if (Picture.is(type)) {
            held.writeBytes(bytes);
        } else {
            store(sealing.write(bytes));
        }
        if (held.size() > LARGEST_PICTURE) {
            throw ProblemException.of(FileProblem.TOO_LARGE);
        }
    }

    private String recognise() {
        byte[] begin = held.toByteArray();
        byte[] head = begin.length > ContentKind.LOOK ? java.util.Arrays.copyOf(begin, ContentKind.LOOK) : begin;
        String kind = ContentKind.of(head, name);
        type = kind;
        if (kind.equals("image/gif")) {
            PictureSize.gif(head);
        }
        if (!Picture.is(kind)) {
            held.reset();
            store(sealing.write(begin));
        }
        return kind;
    }

    private void complete() {
        if (arrived == 0) {
            throw ProblemException.of(FileProblem.EMPTY);
        }
        String kind = type == null ? recognise() : type;
        if (Picture.is(kind)) {
            store(sealing.write(Picture.bare(kind, held.toByteArray())));
            held.reset();
        }
        store(sealing.finish());
    }

    /** In order; what arrives meanwhile waits in the socket. */
    private void store(List<byte[]> segments) {
        if (segments.isEmpty() || part == null) {
            return;
        }
        HttpServerFileUpload upload = part;
        upload.pause();
        for (byte[] segment : segments) {
            int at = place++;
            storing = storing.thenCompose(
                    stored -> objects.put(tenant, id, at, segment).subscribeAsCompletionStage());
        }
        storing = storing.whenComplete((stored, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            }
            upload.resume();
        });
    }

    private void ended() {
        if (part == null) {
            fail(FileProblem.ONE_EXPECTED);
            return;
        }
        storing = storing.whenComplete((stored, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else if (type != null) {
                done.complete(new FileFacts(name, sealing.bytes(), type));
            } else {
                fail(FileProblem.EMPTY);
            }
        });
    }

    private void fail(ProblemType problem) {
        done.completeExceptionally(ProblemException.of(problem));
    }
}

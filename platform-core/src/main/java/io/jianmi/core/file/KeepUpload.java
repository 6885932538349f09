package io.jianmi.core.file;

import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a received file its uploader's, until a record holds it or a day has passed.
 *
 * @param subject whose key protects it meanwhile; nobody's but the file's
 * @param facts name, size and type, sealed
 * @param key the file's key, sealed
 * @param request the caller's key for this request
 */
record KeepUpload(
        UUID id, UUID subject, Buffer facts, Buffer key, FileFacts told, Optional<Idempotency.Request> request)
        implements Command<FileFacts> {

    @Override
    public String action() {
        return "file.upload";
    }

    @Override
    public String target() {
        return "file/" + id;
    }
}

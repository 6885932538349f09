package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.thread.Waiting;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/** A file that is written in sealed pieces and never stands anywhere in clear. For worker threads: it waits for the database. */
final class SealedOutput extends OutputStream {

    private static final int PIECE = 192 << 10;

    private final Chunks chunks;
    private final JobStore.Leased leased;
    private final byte[] buffer = new byte[PIECE];
    private int filled;
    private int parts;

    SealedOutput(Chunks chunks, JobStore.Leased leased) {
        this.chunks = chunks;
        this.leased = leased;
    }

    @Override
    public void write(int b) {
        buffer[filled] = (byte) b;
        filled++;
        if (filled == PIECE) {
            store();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int done = 0;
        while (done < length) {
            int now = Math.min(length - done, PIECE - filled);
            System.arraycopy(bytes, from + done, buffer, filled, now);
            filled += now;
            done += now;
            if (filled == PIECE) {
                store();
            }
        }
    }

    /** Stores what is left; a flush alone does not, for pieces are to be alike. */
    int finish() {
        if (filled > 0) {
            store();
        }
        return parts;
    }

    private void store() {
        String text = Base64.getEncoder().encodeToString(Arrays.copyOf(buffer, filled));
        Waiting.on(chunks.put(leased, parts, Json.NODES.textNode(text)));
        parts++;
        filled = 0;
    }

    /** The bytes of one piece. */
    static byte[] bytes(JsonNode piece) {
        return Base64.getDecoder().decode(piece.asText());
    }
}

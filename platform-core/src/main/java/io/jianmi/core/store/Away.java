package io.jianmi.core.store;

import io.netty.channel.unix.Errors.NativeIoException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is not there at the moment, or a connection to it that breaks, from a failure of ours. */
public final class Away {

    private static final int DEPTH = 8;

    private Away() {}

    /** Whether the failure, or what caused it, says that the database cannot be reached, is going down or is coming up. */
    public static boolean says(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++, cause = cause.getCause()) {
            if (one(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean one(Throwable failure) {
        if (failure instanceof PgException refused) {
            return state(refused.getSqlState());
        }
        return failure instanceof SocketException
                || failure instanceof NativeIoException
                || failure instanceof ClosedConnectionException
                || failure instanceof EOFException
                // The socket file is gone; the client says so without a message, unlike whoever misses a file of ours.
                || (failure instanceof FileNotFoundException && failure.getMessage() == null);
    }

    /** PostgreSQL, appendix A: class 08 connection exception, 57P01 to 57P03 shut down, crashed, cannot connect now, 53300 too many. */
    private static boolean state(@Nullable String code) {
        return code != null && (code.startsWith("08") || code.matches("57P0[123]") || code.equals("53300"));
    }
}

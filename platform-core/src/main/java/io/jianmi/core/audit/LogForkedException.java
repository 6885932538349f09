package io.jianmi.core.audit;

/** What is stored does not extend what was signed: the database was edited or restored. Nothing more is signed. */
final class LogForkedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogForkedException(String reason) {
        super(reason, null, false, false);
    }
}

package io.jianmi.workflow.engine;

import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Moves tokens. Every call is blocking, joins the thread's JTA transaction and asks {@code turn} at each node that it
 * reaches before it returns. Holds ids only, never data.
 */
public interface ProcessEngine {

    /** Starts an instance of the process, deploying it first when this database has never seen it. */
    void start(EngineWorkflow process, UUID instance, NodeTurn turn);

    /** Takes a waiting token along one edge of its node. */
    void leave(EngineWorkflow process, Token token, String edge, NodeTurn turn);

    /** Puts the waiting token on another node, against or beside the edges. */
    void jump(EngineWorkflow process, Token token, String from, String to, NodeTurn turn);

    /** Removes the instance; unknown ones are already gone. */
    void cancel(Token token);

    /** Several calls as one: what they change is written together when the last has returned. */
    <T> T together(Callable<T> calls) throws Exception;
}

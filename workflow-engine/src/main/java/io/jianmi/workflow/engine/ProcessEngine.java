package io.jianmi.workflow.engine;

import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Moves tokens. Every call is blocking, joins the thread's JTA transaction and asks {@code turn} at each node that it
 * reaches before it returns. Holds ids only, never data.
 */
public interface ProcessEngine {

    /** Starts an instance of the process, deploying it first when this database has never seen it. */
    void start(EngineWorkflow process, UUID instance, NodeTurn turn);

    /** Starts the instance anew at one of its activities. */
    void resume(EngineWorkflow process, UUID instance, String activity, NodeTurn turn);

    /**
     * Takes the token that waits at an activity along one of its edges. The engine may have given it another position
     * since it came there, when tokens beside it went.
     */
    void leave(EngineWorkflow process, Token token, String from, String edge, NodeTurn turn);

    /**
     * Puts one token on another node, against or beside the edges.
     *
     * @param from activities whose tokens are taken away: that of the token, and of others that are not to go on
     */
    void jump(EngineWorkflow process, Token token, Collection<String> from, String to, NodeTurn turn);

    /**
     * Takes an instance with all its tokens to another version of its process; every token stays at its activity.
     *
     * @param activities at which its tokens wait or may wait, the same in both versions
     */
    void migrate(EngineWorkflow from, EngineWorkflow to, Token token, Collection<String> activities);

    /** Removes the instance; unknown ones are already gone. */
    void cancel(Token token);

    /** Reads together where tokens stand that are about to be moved, each by a call of its own, within the same {@link #together}. */
    void foresee(Collection<Token> tokens);

    /** Several calls as one: what they change is written together when the last has returned. */
    <T> T together(Callable<T> calls) throws Exception;
}

package io.jianmi.form.visitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;

/**
 * The port by which a visitor shows that he is worth listening to. One is built in ({@link ProofOfWork}) and needs nobody else; another bean
 * of this type takes its place. The page solves a challenge by its {@code kind}.
 */
public interface Captcha {

    /**
     * A new challenge for one form. Leaves nothing behind: it is asked for by whoever likes.
     *
     * @return what the page is told, {@code kind} among it, so that a solver can be found
     */
    Uni<ObjectNode> challenge(Actor visitor, String form);

    /**
     * Uses up a solved challenge of this form. Fails with {@link VisitorProblem#CHALLENGE} for one that is not solved, too old, of another form
     * or tenant, or was used before.
     *
     * @param answer as sent; anything
     */
    Uni<Void> use(Actor visitor, String form, JsonNode answer);
}

package io.jianmi.workflow.sign;

import java.util.UUID;

/**
 * One person's place among the signers of a step. Seats are what the sign mode counts; whoever was asked to sign before or
 * after somebody shares his seat, and the seat approves when all of them have.
 *
 * @param id of the signer's task
 * @param seat whose signature this is part of; a signer of his own right is his own seat
 * @param turn position of the seat in sequential signing; seats of one turn sign at the same time
 * @param rank position within the seat, ascending; equal ranks sign at the same time
 */
public record Signer(UUID id, UUID seat, int turn, double rank, Signature signature) {

    boolean undecided() {
        return signature.undecided();
    }
}

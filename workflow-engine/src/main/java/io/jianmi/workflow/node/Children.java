package io.jianmi.workflow.node;

import java.util.Optional;

/** The records whose workflows start at a node. */
public sealed interface Children {

    /**
     * Those that this record names.
     *
     * @param through relation field of this record
     */
    record Related(String through) implements Children {}

    /**
     * New ones.
     *
     * @param create of which form, and with which values
     * @param each subform of this record, for each row of which one is made; its columns stand before the record's fields of
     *     the same key. Empty: one record
     */
    record Made(AutomationStep.Create create, Optional<String> each) implements Children {}
}

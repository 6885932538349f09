package io.jianmi.core.notification;

import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a record is called to somebody, by the one access decision as it is now. */
public interface RecordLines {

    /**
     * @param app in which the form is
     * @param title of the record, masked as his access demands; empty where it has none
     */
    record Line(String app, String formTitle, String title) {}

    /**
     * One statement for the records of a form. What is missing and what is out of his sight have no line.
     *
     * @param language of the form's title, as {@code Accept-Language} says it
     */
    Uni<Map<UUID, Line>> of(Actor reader, String form, Collection<UUID> records, String language);

    /**
     * Keys of the fields of each record that may be told to the reader in words: those that hold nothing personal, as they are
     * tagged now, and that he reads. One statement for the records of a form; what is out of his sight is missing.
     *
     * @param leaving whether it leaves the product, for which he needs the right to export
     */
    Uni<Map<UUID, Set<String>>> tellable(Actor reader, String form, Collection<UUID> records, boolean leaving);
}

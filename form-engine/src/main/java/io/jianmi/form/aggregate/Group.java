package io.jianmi.form.aggregate;

import java.util.List;
import java.util.Optional;

/**
 * One group of records.
 *
 * @param keys of each dimension the value as text, a date as that on which its bucket begins, a record as its id; empty: records where the field is empty
 * @param values of each measure a decimal or a date; empty: there is nothing to add up
 * @param unseen persons among them of whom the reader could not list a single record himself
 */
public record Group(List<Optional<String>> keys, List<Optional<String>> values, long unseen) {

    public Group {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
    }
}

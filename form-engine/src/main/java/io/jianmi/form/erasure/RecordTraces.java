package io.jianmi.form.erasure;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** What a domain keeps of records, to be cleared when their person is erased. A bean of it is asked for every erasure, several times. */
public interface RecordTraces {

    /** Clears it. The keys are destroyed already, the records still there. Repeatable. @return how much of what, by a word of the domain */
    Uni<Map<String, Integer>> clear(Erasing erasing);
}

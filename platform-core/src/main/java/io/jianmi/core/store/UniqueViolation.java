package io.jianmi.core.store;

/**
 * A unique index refused a write. Names the index only: PostgreSQL's detail, which quotes the value, is dropped here.
 */
public final class UniqueViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String index;

    UniqueViolation(String index) {
        super(index, null, false, false);
        this.index = index;
    }

    public String index() {
        return index;
    }
}

package io.jianmi.form.access;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Withholds what may be read for no other reason than a consent that was taken back, until the person agrees again. */
final class ConsentCap implements Cap {

    private final ConsentBases bases;
    private final String @Nullable [] said;
    private Optional<ConsentStanding> standing = Optional.empty();

    ConsentCap(ConsentBases bases, String @Nullable [] said) {
        this.bases = bases;
        this.said = said;
    }

    @Override
    public String key() {
        return CONSENT;
    }

    @Override
    public FieldAccess ceiling() {
        return FieldAccess.MASKED;
    }

    @Override
    public boolean applies(String field, Sensitivity level) {
        return bases.of(field).stream().anyMatch(purposes -> standing().withdrawn(purposes));
    }

    /** Whoever revealed something asked for a purpose; when nobody agrees to it any more, nothing stays open for it. */
    @Override
    public boolean liftable() {
        return false;
    }

    @Override
    public boolean refuses(String purpose) {
        try {
            return standing().denied().contains(purpose);
        } catch (RuntimeException untold) {
            return true;
        }
    }

    private ConsentStanding standing() {
        if (standing.isEmpty()) {
            standing = Optional.of(ConsentStanding.parse(said));
        }
        return standing.get();
    }
}

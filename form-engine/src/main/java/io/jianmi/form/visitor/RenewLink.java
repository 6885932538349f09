package io.jianmi.form.visitor;

import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.form.compile.CompiledForm;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a form's public link, or another in its place: the one before is dead.
 *
 * @param until when the new one dies by itself, null for never
 * @param request the caller's key for this request
 */
record RenewLink(CompiledForm form, @Nullable Instant until, Optional<Idempotency.Request> request)
        implements Command<PublicLink> {

    @Override
    public String action() {
        return "public-link.renew";
    }

    @Override
    public String target() {
        return "form/" + form.key();
    }

    @Override
    public String policy() {
        return form.policy();
    }
}

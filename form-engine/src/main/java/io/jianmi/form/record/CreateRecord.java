package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledForm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Makes records: one, or up to a thousand all or nothing.
 *
 * @param records data of each, as sent
 * @param submit false saves a draft, for which required checks and the workflow wait
 * @param single whether findings point at {@code /data} instead of {@code /records/i/data}
 * @param to whom the person who submits has chosen for the next steps; empty: nobody is asked
 * @param idempotency the caller's key for this request
 * @param along what is to be written with the records, given their ids
 * @param workflow key of the workflow that may start; empty: the first of the form that does
 * @param rehearsal true for what is going to be taken back: no numbers are used up and no person is made for each
 */
record CreateRecord(
        CompiledForm form,
        List<ObjectNode> records,
        boolean submit,
        boolean single,
        Optional<List<String>> to,
        Optional<String> idempotency,
        Function<List<UUID>, List<Write>> along,
        Optional<String> workflow,
        boolean rehearsal)
        implements Command<List<Sealed>> {

    CreateRecord {
        records = List.copyOf(records);
        to = to.map(List::copyOf);
    }

    CreateRecord(
            CompiledForm form, List<ObjectNode> records, boolean submit, boolean single, Optional<String> idempotency) {
        this(form, records, submit, single, Optional.empty(), idempotency, ids -> List.of(), Optional.empty(), false);
    }

    CreateRecord choosing(Optional<List<String>> members) {
        return new CreateRecord(form, records, submit, single, members, idempotency, along, workflow, rehearsal);
    }

    CreateRecord starting(Optional<String> named) {
        return new CreateRecord(form, records, submit, single, to, idempotency, along, named, rehearsal);
    }

    @Override
    public String action() {
        return "record.create";
    }

    @Override
    public String target() {
        return "form/" + form.key();
    }

    @Override
    public Optional<Idempotency.Request> request() {
        return idempotency.map(key -> Idempotency.Request.of(key, said()));
    }

    private byte[] said() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((form.key() + submit).getBytes(StandardCharsets.UTF_8));
        records.forEach(data -> bytes.writeBytes(Idempotency.Request.said(data)));
        to.ifPresent(members -> bytes.writeBytes(String.join(",", members).getBytes(StandardCharsets.UTF_8)));
        return bytes.toByteArray();
    }

    String pointer(int index) {
        return single ? "/data" : "/records/" + index + "/data";
    }
}

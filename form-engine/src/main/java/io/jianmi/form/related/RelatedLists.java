package io.jianmi.form.related;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.definition.LocalText;
import io.jianmi.form.design.CompiledForms.Published;
import io.jianmi.form.field.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The relations of a tenant that point at one form, as one person may use them. */
final class RelatedLists {

    private RelatedLists() {}

    /**
     * A list of records that point at a record.
     *
     * @param app where the form is to be found
     * @param title of the form
     * @param field the relation, by which the list is filtered
     * @param many whether one of its records points at several
     * @param create whether he may make a record of the form and fill in that relation
     */
    record RelatedList(
            String app, String form, JsonNode title, String field, JsonNode fieldTitle, boolean many, boolean create) {}

    /**
     * In the order of apps, forms and fields.
     *
     * @param all the newest version of every form
     * @param target key of the form that they point at
     */
    static List<RelatedList> of(List<Published> all, String target, Actor actor) {
        List<RelatedList> lists = new ArrayList<>();
        all.stream()
                // Whoever is in no group of a form does not list its records, designer or not.
                .filter(one -> !one.form().access().own(actor).groups().isEmpty())
                .sorted(Comparator.comparing(Published::app)
                        .thenComparing(one -> one.form().key()))
                .forEach(one -> one.form().columns().stream()
                        .filter(field -> pointsAt(field, target))
                        .filter(field -> usable(one.form().access().matching(actor), field))
                        .forEach(field -> lists.add(list(one, field, actor))));
        return List.copyOf(lists);
    }

    private static boolean pointsAt(CompiledField field, String target) {
        return field.type().references().filter(to -> to.form().equals(target)).isPresent();
    }

    /** What a filter on the relation needs: a relation that he may not read, or that no index finds, makes no list. */
    private static boolean usable(Grants grants, CompiledField field) {
        return !field.encrypted()
                && grants.atMost(field.key()) != FieldAccess.HIDDEN
                && !grants.reading(field.key()).isEmpty();
    }

    private static RelatedList list(Published published, CompiledField field, Actor actor) {
        CompiledForm form = published.form();
        RowAccess creating = form.access().matching(actor).creating();
        return new RelatedList(
                published.app(),
                form.key(),
                form.definition().source().path("title"),
                field.key(),
                texts(field.title()),
                field.columnType().kind() != ColumnType.Kind.UUID,
                creating.visible() && creating.enterable(field.key()));
    }

    private static JsonNode texts(LocalText title) {
        return Json.MAPPER.valueToTree(title.texts());
    }
}

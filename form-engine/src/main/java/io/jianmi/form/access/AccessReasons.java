package io.jianmi.form.access;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Why somebody has what he has on a record that lies in the scopes of certain groups of his: the one decision ({@link Grants#on}) with what
 * led to it. Nothing is decided here.
 */
public final class AccessReasons {

    private final Grants grants;
    private final ConsentBases consents;
    private final Set<String> inScope;
    private final RowAccess row;

    /**
     * @param given what a group gives on the field there
     * @param cuts what cuts that down
     * @param consents the consents that its reading rests on, each by its purposes; while its person takes one back the mask is left
     * @param terms under which it may be revealed, where it may
     */
    public record Reason(
            String field,
            FieldAccess access,
            List<Given> given,
            List<Cut> cuts,
            Set<Set<String>> consents,
            List<RevealTerms> terms) {}

    /** @param group key of the group */
    public record Given(String group, FieldAccess access) {}

    /**
     * @param cap its {@linkplain Cap#key word}, {@code ceiling} or {@code purpose} of an API client, or {@code deny} where a group takes away reading or changing
     */
    public record Cut(String cap, FieldAccess ceiling) {}

    private AccessReasons(Grants grants, ConsentBases consents, Set<String> inScope) {
        this.grants = grants;
        this.consents = consents;
        this.inScope = inScope;
        this.row = grants.on(RecordAction.UPDATE, RowFacts.scoped(inScope));
    }

    /** On a record in the scopes of exactly these groups; groups without a scope always speak. */
    public static AccessReasons on(Grants grants, ConsentBases consents, Set<String> inScope) {
        return new AccessReasons(grants, consents, Set.copyOf(inScope));
    }

    /** On a record that shows him the most: in all scopes but those of groups that blind him there. */
    public static AccessReasons best(Grants grants, ConsentBases consents) {
        return on(
                grants,
                consents,
                grants.groups().stream()
                        .filter(group -> !group.deny().contains(RecordAction.READ))
                        .map(PermissionGroup::key)
                        .collect(Collectors.toSet()));
    }

    /** Keys of his groups that speak there. */
    public List<String> speaking() {
        return here().stream().map(PermissionGroup::key).toList();
    }

    /** What he may do there; creating is about no record and told too. */
    public Set<RecordAction> actions() {
        Set<RecordAction> actions = EnumSet.noneOf(RecordAction.class);
        actions.addAll(row.actions());
        for (RecordAction free : List.of(RecordAction.CREATE, RecordAction.IMPORT, RecordAction.DUPLICATES)) {
            if (grants.ever(free)) {
                actions.add(free);
            }
        }
        return actions;
    }

    /** What some group gives him there and another takes away. */
    public Set<RecordAction> denied() {
        Set<RecordAction> denied = EnumSet.noneOf(RecordAction.class);
        here().forEach(group -> denied.addAll(group.deny()));
        return denied;
    }

    /** Access to one field: {@code edit} counts only where he may change the record. */
    public FieldAccess of(String field) {
        FieldAccess access = row.of(field);
        return access == FieldAccess.EDIT && !row.allows(RecordAction.UPDATE) ? FieldAccess.READ : access;
    }

    /** Every field and cell of the form, hidden ones too, in order. */
    public List<Reason> fields() {
        return grants.paths().stream().map(this::reason).toList();
    }

    private Reason reason(String field) {
        FieldAccess access = of(field);
        return new Reason(field, access, given(field), cuts(field), consents.of(field), row.terms(field));
    }

    private List<Given> given(String field) {
        return here().stream()
                .map(group -> new Given(group.key(), grants.during(group, RecordAction.UPDATE, field)))
                .filter(given -> given.access() != FieldAccess.HIDDEN)
                .toList();
    }

    private List<Cut> cuts(String field) {
        Sensitivity level = grants.level(field);
        List<Cut> cuts = new ArrayList<>();
        for (Cap cap : Cap.TAG) {
            if (cap.applies(field, level)) {
                cuts.add(new Cut(cap.key(), cap.ceiling()));
            }
        }
        grants.cut().why(field).ifPresent(why -> cuts.add(new Cut(why.key(), FieldAccess.HIDDEN)));
        Set<RecordAction> denied = denied();
        if (denied.contains(RecordAction.READ)) {
            cuts.add(new Cut("deny", FieldAccess.HIDDEN));
        } else if (denied.contains(RecordAction.UPDATE)) {
            cuts.add(new Cut("deny", FieldAccess.READ));
        }
        return cuts;
    }

    private List<PermissionGroup> here() {
        return grants.groups().stream()
                .filter(group -> group.everywhere() || inScope.contains(group.key()))
                .toList();
    }

    /** The purposes for which a field may be revealed: those that its terms give and its tag knows. */
    public static Set<String> purposes(Reason reason, Set<String> known) {
        Set<String> purposes = new TreeSet<>();
        reason.terms().forEach(terms -> purposes.addAll(terms.purposes()));
        purposes.retainAll(known);
        return purposes;
    }
}

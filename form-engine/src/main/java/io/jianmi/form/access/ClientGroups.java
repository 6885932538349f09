package io.jianmi.form.access;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The groups of an API client. Its roles alone make it a member; a group that takes in everybody, or somebody by what he is, gives it nothing, but takes
 * from it what it takes from all. No group of a client names a field that is cut, lets it reveal, or lets it share.
 */
final class ClientGroups {

    private static final Set<RecordAction> OF_PEOPLE = Set.of(RecordAction.SHARE);

    private ClientGroups() {}

    static List<PermissionGroup> of(
            List<PermissionGroup> all, Actor client, ClientCut cut, Map<String, Sensitivity> levels) {
        return all.stream()
                .filter(group -> group.members().include(client))
                .map(group -> byRole(group, client) ? within(group, cut, levels) : denying(group))
                .toList();
    }

    private static boolean byRole(PermissionGroup group, Actor client) {
        return client.roles().stream().anyMatch(group.members().roles()::contains);
    }

    private static PermissionGroup within(PermissionGroup group, ClientCut cut, Map<String, Sensitivity> levels) {
        Map<String, FieldAccess> fields = new LinkedHashMap<>(group.fields());
        levels.keySet().stream()
                .filter(path -> cut.why(path).isPresent())
                .forEach(path -> fields.put(path, FieldAccess.HIDDEN));
        return new PermissionGroup(
                group.key(),
                group.members(),
                group.actions().stream()
                        .filter(action -> !OF_PEOPLE.contains(action))
                        .collect(Collectors.toSet()),
                group.scope(),
                group.writeScope(),
                fields,
                group.otherwise(),
                null,
                group.replace().stream()
                        .filter(field -> cut.why(field).isEmpty())
                        .collect(Collectors.toSet()),
                group.deny());
    }

    private static PermissionGroup denying(PermissionGroup group) {
        return new PermissionGroup(
                group.key(),
                group.members(),
                Set.of(),
                group.scope(),
                null,
                Map.of(),
                Optional.of(FieldAccess.HIDDEN),
                null,
                Set.of(),
                group.deny());
    }
}

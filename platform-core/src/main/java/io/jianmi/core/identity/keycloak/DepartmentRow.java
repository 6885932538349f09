package io.jianmi.core.identity.keycloak;

import io.jianmi.core.identity.Department;
import io.jianmi.core.identity.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "department")
public class DepartmentRow {

    @EmbeddedId
    OrgKey key;

    @Column(name = "name")
    String name;

    @Column(name = "path")
    String path;

    @Column(name = "parent_id")
    @Nullable
    String parentId;

    @Column(name = "heads")
    String[] heads;

    /** For the mapper. */
    protected DepartmentRow() {}

    DepartmentRow(String tenant, Department department) {
        this.key = new OrgKey(tenant, department.id());
        set(department);
    }

    final void set(Department department) {
        name = department.name();
        path = department.path();
        parentId = department.parentId();
        heads = department.heads().stream().map(MemberId::value).toArray(String[]::new);
    }

    Department toDomain() {
        return new Department(
                key.id(),
                name,
                path,
                parentId,
                Arrays.stream(heads).map(MemberId::new).toList());
    }
}

package io.jianmi.core.file;

import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.tenant.TenantKey;
import java.util.UUID;

/**
 * Where a file hangs and whose key protects it. Name and key are bound to it: a row that is moved to another field or
 * record by SQL does not open.
 *
 * @param field path of the field
 */
public record FileHome(String form, UUID record, String field, UUID subject, KeyClass keyClass) {

    private static final String NOWHERE = "upload/";

    /** No field has a slash in its path. */
    private static final String COMMENT = "comment/";

    /** An upload that no record holds yet: its own record, its uploader's, under a key of its own. */
    static FileHome waiting(UUID file, MemberId uploader, UUID subject) {
        return new FileHome(NOWHERE, file, uploader.value(), subject, KeyClass.S3);
    }

    /** A file that goes with a comment on the record: under the key of its person, as the words are. */
    public static FileHome ofComment(String form, UUID record, UUID comment, UUID subject) {
        return new FileHome(form, record, COMMENT + comment, subject, KeyClass.S2);
    }

    public boolean isComment() {
        return field.startsWith(COMMENT);
    }

    CellContext facts(TenantKey tenant, UUID file) {
        return cell(tenant, file, "facts");
    }

    CellContext key(TenantKey tenant, UUID file) {
        return cell(tenant, file, "key");
    }

    private CellContext cell(TenantKey tenant, UUID file, String part) {
        return new CellContext(tenant, form, record, field + "/" + file + "/" + part, subject, keyClass);
    }
}

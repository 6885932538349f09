package io.jianmi.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server's own database role may do to the log, and what only the sequencer's may. */
@Tag("slow")
class AuditRoleTest {

    private final AuditFixture fixture = new AuditFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update \"{t}\".audit_entry set canonical = 'x'",
                "update \"{t}\".audit_entry set payload = null, salt = null",
                "delete from \"{t}\".audit_entry",
                "truncate \"{t}\".audit_entry",
                "insert into \"{t}\".audit_tile values (0, 0, '', '')",
                "delete from \"{t}\".audit_checkpoint",
                "insert into \"{t}\".audit_checkpoint values (9, '', now(), '')",
                "update \"{t}\".audit_pending set actor = 'somebody else'",
                "delete from \"{t}\".audit_pending",
                "alter table \"{t}\".audit_entry disable trigger all",
                "alter table \"{t}\".audit_entry owner to jianmi_app",
                "create table \"{t}\".audit_entry_too () inherits (\"{t}\".audit_entry)"
            })
    void serversOwnRoleCannotChangeTheLog(String statement) {
        fixture.append(2);
        fixture.settle();

        assertThatExceptionOfType(PgException.class)
                .isThrownBy(() -> AuditFixture.await(fixture.pool
                        .query(statement.replace("{t}", fixture.tenant.schema()))
                        .execute()))
                .satisfies(refused -> assertThat(refused.getSqlState()).isEqualTo("42501"));
    }

    @Test
    void theRoleIsGivenBackWithTheTransaction() {
        fixture.append(1);
        fixture.settle();

        assertThat(AuditFixture.await(fixture.pool
                                .query("select current_user || session_user")
                                .execute())
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("jianmi_appjianmi_app");
    }
}

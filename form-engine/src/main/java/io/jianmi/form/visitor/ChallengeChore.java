package io.jianmi.form.visitor;

import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.housekeeping.Outdated;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Forgets used challenges that are too old to be used again. */
@Singleton
public final class ChallengeChore implements Chore {

    private static final int SOME = 1_000;
    private static final Outdated CHALLENGES = new Outdated("public_challenge", "until");

    private final InstantSource clock;

    public ChallengeChore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "public-challenges";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return CHALLENGES.delete(tenant, connection, clock.instant(), SOME).map(gone -> gone == SOME);
    }
}

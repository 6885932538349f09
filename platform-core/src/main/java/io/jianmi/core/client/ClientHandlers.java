package io.jianmi.core.client;

import jakarta.inject.Singleton;

/** What each change of a client is done by. */
@Singleton
record ClientHandlers(
        MakeClient.Handler making,
        ReviseClient.Handler revising,
        RollClient.Handler rolling,
        RevokeClient.Handler revoking) {}

package io.jianmi.core.client;

/** A client and the key that it has just got: the one time that the key is told. */
record Keyed(Client client, ApiKey key) {}
